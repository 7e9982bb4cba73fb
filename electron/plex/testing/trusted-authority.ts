import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll } from 'vitest';
import { makeTestAuthority, type TestAuthority } from './test-server.ts';

/** An authority that this process trusts, for all tests of the file. */
export function useTrustedAuthority(): Pick<TestAuthority, 'certify'> {
  const usual = getCACertificates('default');
  let authority: TestAuthority | null = null;
  beforeAll(async () => {
    authority = await makeTestAuthority();
    setDefaultCACertificates([...usual, authority.cert]);
  });
  afterAll(() => setDefaultCACertificates(usual));
  return {
    certify: (...identity) => {
      if (authority === null) throw new Error('The authority is there within a test.');
      return authority.certify(...identity);
    },
  };
}
