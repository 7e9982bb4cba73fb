import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../electron/plex/testing/test-server.ts';
import { plexDirectName } from '../fake-plex/media-server/connections.ts';
import { makeCertificates, type Certificates } from '../fixtures/certificates.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
const name = plexDirectName('127.0.0.1', 'Attic');
let certificates: Certificates;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  certificates = await makeCertificates(name);
  folder = await mkdtemp(join(tmpdir(), 'usher-cli-address-'));
  const trusted = join(folder, 'authority.pem');
  await writeFile(trusted, certificates.authority);
  env = { NODE_EXTRA_CA_CERTS: trusted };
  // Plex lists no address of it that works, and one that tells its hash.
  terminal.plex.server('Attic').connections = [
    { kind: 'secure', address: '127.0.0.1', port: 9, local: true },
  ];
  await terminal.signIn('robin');
  await terminal.must(['servers']);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => terminal.plex.requests.clear());

const tokensSentTo = (server: string): readonly string[] =>
  terminal.plex.requests
    .list()
    .flatMap(({ host, token, path }) => (host === server && token !== 'none' ? path : []));

interface Listed {
  readonly servers: readonly {
    readonly name: string;
    readonly connections: readonly { readonly uri: string; readonly isAdded: boolean }[];
  }[];
}
const added = async (): Promise<readonly string[]> =>
  ((await terminal.json(['servers'])) as Listed).servers
    .flatMap(({ connections }) => connections.filter(({ isAdded }) => isAdded))
    .map(({ uri }) => uri);

test('usher server adds an address that proves itself, mints there, and removes it', async () => {
  const port = await terminal.plex.server('Attic').listenSecurely(certificates.good);
  const uri = `https://${name}:${String(port)}`;
  const address = `127.0.0.1:${String(port)}`;
  const run = await terminal.usher(['server', 'add', address], { env });
  expect(run).toEqual({ code: 0, stdout: '', stderr: `Added ${uri} to Attic.\n` });
  expect(tokensSentTo('Attic')).toEqual([]);
  expect(await terminal.json(['server', 'add', address], { env })).toMatchObject({
    alreadyThere: { uri, name: 'Attic' },
  });
  expect(await added()).toEqual([uri]);
  await terminal.must(['mint', 'Attic'], { env });
  expect(tokensSentTo('Attic')).toEqual(['/security/token']);

  expect(await terminal.usher(['server', 'remove', 'elsewhere'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(uri) as string,
  });
  expect(await terminal.json(['server', 'remove', address])).toMatchObject({ removed: { uri } });
  expect(await added()).toEqual([]);
  expect((await terminal.usher(['mint', 'Attic'], { env })).code).toBe(3);
});

test('an address that can be read on the way gets a token only with --allow-http, which is said', async () => {
  const names = join(projectRoot, 'e2e/cli/testing/plex-direct-is-here.ts');
  const here = { env: { NODE_OPTIONS: `--import "${names}"` } };
  const { port } = terminal.plex.server('Attic');
  const uri = `http://192-0-2-5.of-another.plex.direct:${String(port)}`;
  const run = await terminal.usher(['server', 'add', uri, '--yes'], here);
  expect(run).toMatchObject({ code: 0, stdout: '' });
  expect(run.stderr).toMatch(/^Added .*isn’t encrypted.*only with --allow-http/s);
  expect(await terminal.usher(['mint', 'Attic'], here)).toMatchObject({ code: 1, stdout: '' });
  expect(tokensSentTo('Attic')).toEqual([]);
  await terminal.must(['mint', 'Attic', '--allow-http'], here);
  expect(tokensSentTo('Attic')).toEqual(['/security/token']);
  // It is remembered, and so there is nothing more to say.
  const again = await terminal.usher(['server', 'add', uri], here);
  expect(again.stderr).toBe(`Attic already has ${uri}.\n`);
  await terminal.must(['server', 'remove', uri]);
});

describe('an https address whose certificate proves nothing', () => {
  const fingerprint = (): string => fingerprintOf(certificates.selfSigned);
  let address: string;
  beforeAll(async () => {
    const { selfSigned } = certificates;
    address = `127.0.0.1:${String(await terminal.plex.server('Attic').listenSecurely(selfSigned))}`;
  });

  test('is told with its fingerprint where there is nobody to ask, and added with --yes, or for that alone', async () => {
    const other = fingerprintOf(certificates.wrongName);
    for (const beforehand of [[], ['--certificate', other], ['--yes', '--certificate', other]]) {
      const refused = await terminal.usher(['server', 'add', address, ...beforehand]);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain(`Use ${address} for Attic?`);
      expect(refused.stderr.replaceAll('\n', '')).toContain(fingerprint());
      expect(refused.stderr).toMatch(/--certificate/);
      for (const line of refused.stderr.split('usher:')[0]?.split('\n') ?? []) {
        expect(line.length).toBeLessThanOrEqual(80);
      }
      expect(await added()).toEqual([]);
    }

    const seen = fingerprint().toLowerCase().replaceAll(':', '');
    await terminal.must(['server', 'add', address, '--certificate', seen]);
    await terminal.must(['server', 'remove', address]);
    const run = await terminal.usher(['server', 'add', address, '--yes']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr.replaceAll('\n', '')).toContain(
      `only this certificate there (SHA-256):${fingerprint()}`,
    );
    expect(await terminal.json(['server', 'add', address])).toMatchObject({
      alreadyThere: { uri: `https://${address}`, certificate: fingerprint() },
    });
    const listed = (await terminal.must(['servers'])).split('Addresses you added:\n')[1] ?? '';
    expect(listed).toContain(`  https://${address} of Attic\n    only with this certificate`);
    expect(listed.replaceAll(/\s/g, '')).toContain(fingerprint());
    expect(tokensSentTo('Attic')).toEqual([]);
    await terminal.must(['mint', 'Attic']);
    expect(tokensSentTo('Attic')).toEqual(['/security/token']);
  });

  test('is sent nothing once another certificate answers, and that is said with what to do', async () => {
    await terminal.plex.server('Attic').stop();
    const port = Number(new URL(`https://${address}`).port);
    await terminal.plex.server('Cabin').listenSecurely(certificates.wrongName, port);
    const run = await terminal.usher(['mint', 'Attic']);
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(
      /One showed a different certificate.*add it again: usher server remove/s,
    );
    expect(terminal.plex.requests.list().filter(({ host }) => host === 'Cabin')).toEqual([]);
    await terminal.must(['server', 'remove', address]);
  });
});

describe('a liar that answers as another server', () => {
  const liar = (): string => `127.0.0.1:${String(terminal.plex.server('Cabin').port)}`;
  beforeAll(() => {
    const machineIdentifier = terminal.plex.server('Attic').machineIdentifier;
    terminal.plex.faults.add({
      match: { host: 'Cabin', path: '/identity' },
      action: {
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({ MediaContainer: { size: 0, machineIdentifier } }),
      },
    });
    return () => terminal.plex.faults.clear();
  });

  test('gets no token where there is nobody to ask, and the question is told', async () => {
    const run = await terminal.usher(['server', 'add', liar()]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(`Use ${liar()} for Attic?`);
    expect(run.stderr.replaceAll(/\s+/g, ' ')).toContain(
      'With it, whoever gets it can do everything this account can',
    );
    expect(run.stderr).toMatch(/usher: The address wasn’t added\..*use --yes/s);
    expect(await added()).toEqual([]);
    await terminal.usher(['mint', 'Attic']);
    expect(tokensSentTo('Cabin')).toEqual([]);
  });

  test('is asked about in the terminal, wherever errors go, and Enter alone is a no', async () => {
    const started = terminal.start(['server', 'add', liar()], {
      isAttended: true,
      redirection: '2>/dev/null',
    });
    const asked = await started.printed(/Add address\? \[y\/N\]/);
    expect(asked.replaceAll('\r', '')).toContain(`Use ${liar()} for Attic?\n\n`);
    started.type('\n');
    expect(await started.ended).toMatchObject({ code: 1 });
    expect(await added()).toEqual([]);
    expect(tokensSentTo('Cabin')).toEqual([]);
  });

  test('is added on the person’s yes', async () => {
    const started = terminal.start(['server', 'add', liar()], { isAttended: true });
    await started.printed(/Add address\? \[y\/N\]/);
    started.type('y\n');
    expect(await started.ended).toMatchObject({ code: 0 });
    expect(await added()).toEqual([`http://${liar()}`]);
    await terminal.must(['server', 'remove', liar()]);
  });

  test('is added with --yes', async () => {
    const run = await terminal.usher(['server', 'add', liar(), '--yes']);
    expect(run).toEqual({
      code: 0,
      stdout: '',
      stderr: `Added http://${liar()} to Attic.\n`,
    });
    expect(tokensSentTo('Cabin')).toEqual([]);
  });
});

test.each([
  ['https://app.plex.tv/desktop/#!/server/aaaa', 2, /Plex’s website.*Type an address such as/s],
  ['127.0.0.1:9', 3, /Nothing responded at this address/],
])('usher server add %s says what is wrong', async (address, code, says) => {
  const run = await terminal.usher(['server', 'add', address]);
  expect(run).toMatchObject({ code, stdout: '' });
  expect(run.stderr).toMatch(says);
});
