import { generate } from 'selfsigned';

export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority of the test's own, which nothing trusts until it is told to. */
export interface TestAuthority {
  readonly cert: string;
  /** Good for a year from now, unless told otherwise. */
  certify(hostname: string, validity?: Validity): Promise<Identity>;
}

interface Validity {
  readonly notBeforeDate: Date;
  readonly notAfterDate: Date;
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
    certify: async (hostname, validity) => {
      const { private: key, cert } = await generate([{ name: 'commonName', value: hostname }], {
        ...common,
        ...validity,
        ca: { key: authority.private, cert: authority.cert },
        extensions: extensionsFor(hostname),
      });
      return { key, cert };
    },
  };
};

/** Who says so itself, and nobody else. */
export const certifyItself = async (hostname: string): Promise<Identity> => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: hostname }], {
    ...common,
    extensions: extensionsFor(hostname),
  });
  return { key, cert };
};

type Extensions = NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>;

const extensionsFor = (hostname: string): Extensions => [
  { name: 'basicConstraints', cA: false },
  { name: 'subjectAltName', altNames: [{ type: 2, value: hostname }] },
];
