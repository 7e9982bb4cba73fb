import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plexDirectName } from '../fake-plex/media-server/connections.ts';
import {
  makeCertificates,
  type CertificateName,
  type Certificates,
} from '../fixtures/certificates.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
const name = plexDirectName('127.0.0.1', 'Attic');
let certificates: Certificates;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  certificates = await makeCertificates(name);
  folder = await mkdtemp(join(tmpdir(), 'usher-cli-trust-'));
  const trusted = join(folder, 'authority.pem');
  await writeFile(trusted, certificates.authority);
  const names = join(projectRoot, 'e2e/cli/testing/plex-direct-is-here.ts');
  env = { NODE_EXTRA_CA_CERTS: trusted, NODE_OPTIONS: `--import "${names}"` };
  await terminal.signIn('robin');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => terminal.plex.requests.clear());

const show = async (certificate: CertificateName): Promise<void> => {
  const attic = terminal.plex.server('Attic');
  const port = await attic.listenSecurely(certificates[certificate]);
  attic.connections = [{ kind: 'secure', address: '127.0.0.1', port, local: true }];
};
const heard = () => terminal.plex.requests.list().filter(({ host }) => host === 'Attic');

test.each(['wrongName', 'expired', 'selfSigned'] as const)(
  'a server whose certificate proves nothing (%s) is sent nothing, and that is said',
  async (certificate) => {
    await show(certificate);
    const run = await terminal.usher(['mint', 'Attic'], { env });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(/The certificates couldn’t be verified, so Usher sent nothing/);
    expect(heard()).toEqual([]);
  },
);

test('a server whose certificate is good mints over https', async () => {
  await show('good');
  const token = await terminal.must(['mint', 'Attic'], { env });
  expect(terminal.plex.secrets.list()).toContainEqual(
    expect.objectContaining({ kind: 'transientToken', value: token.trim() }),
  );
  expect(new Set(heard().map(({ headers }) => headers['host']?.split(':')[0]))).toEqual(
    new Set([name]),
  );
});
