import { generate } from 'selfsigned';

export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority of the test's own, which nothing trusts until it is told to. */
export interface TestAuthority {
  readonly cert: string;
  certify(hostname: string): Promise<Identity>;
}

const common = { keyType: 'ec', algorithm: 'sha256' } as const;

export const makeTestAuthority = async (): Promise<TestAuthority> => {
  const authority = await generate([{ name: 'commonName', value: 'An authority for a test' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return {
    cert: authority.cert,
    certify: async (hostname) => {
      const { private: key, cert } = await generate([{ name: 'commonName', value: hostname }], {
        ...common,
        ca: { key: authority.private, cert: authority.cert },
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'subjectAltName', altNames: [{ type: 2, value: hostname }] },
        ],
      });
      return { key, cert };
    },
  };
};
