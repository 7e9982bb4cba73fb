import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCliBuild } from '../../build/set-up/builds.mjs';
import { withSetUpLock } from '../../build/set-up/steps.mjs';
import { startKeyringSession } from '../../electron/storage/keychain/testing/keyring-session.ts';
import { cliFile } from '../cli/testing/cli-file.ts';
import { startCommand } from '../cli/testing/start-command.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import type { Bench, Measure } from './bench.ts';
import { median } from './median.ts';
import { shortestMint } from './shortest-mint.ts';

const warmUps = 2;
const mostTimesOfNode = { limit: 1.3, goal: 1.1 };
const mostTimesOfScript = { limit: 1.5, goal: 1.25 };
const service = 'Usher bench';

export const commandLineBench: Bench = {
  name: 'command-line',
  rounds: 25,
  about: (rounds) =>
    `whole processes, medians of ${rounds} rounds, against a Plex on loopback and a real keychain`,
  run: async (rounds) => {
    await withSetUpLock(ensureCliBuild);
    const keyring = await startKeyringSession('unlocked');
    const plex = await startFakePlex();
    const profile = await mkdtemp(join(tmpdir(), 'usher-bench-'));
    const env: NodeJS.ProcessEnv = {
      ...keyring.env,
      USHER_PLEX_URL: plex.baseUrl,
      USHER_PROFILE: profile,
      USHER_KEYCHAIN_SERVICE: service,
    };
    try {
      const { password, verificationCode } = plex.user('robin');
      const signIn = ['sign-in', '--user', 'robin'];
      await timeOf([cliFile, ...signIn], env, `${password ?? ''}\n${verificationCode ?? ''}\n`);
      const scriptEnv = { ...env, ...(await scriptSettings(profile, plex.baseUrl)) };
      return await measure(rounds, {
        node: () => timeOf(['-e', '0'], env),
        version: () => timeOf([cliFile, '--version'], env),
        script: () => timeOf(['--input-type=module', '-e', shortestMint], scriptEnv),
        mint: () => timeOf([cliFile, 'mint', 'Attic'], env),
      });
    } finally {
      await keyring.stop();
      await plex.stop();
      await rm(profile, { recursive: true, force: true });
    }
  },
};

async function measure(
  rounds: number,
  ways: {
    readonly [Way in 'node' | 'version' | 'script' | 'mint']: () => Promise<number>;
  },
): Promise<readonly Measure[]> {
  const times = { node: [], version: [], script: [], mint: [] } as Record<
    keyof typeof ways,
    number[]
  >;
  // In turn, so that whatever else the machine does falls on all of them alike.
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const way of ['node', 'version', 'script', 'mint'] as const) {
      const elapsedMs = await ways[way]();
      if (round >= 0) times[way].push(elapsedMs);
    }
  }
  const [nodeMs, versionMs] = [median(times.node), median(times.version)];
  const [scriptMs, mintMs] = [median(times.script), median(times.mint)];
  const told = { unit: 'ms', limit: null } as const;
  return [
    { what: 'node -e 0', value: nodeMs, ...told },
    { what: 'usher --version', value: versionMs, ...told },
    {
      what: 'usher --version: times node',
      value: versionMs / nodeMs,
      unit: '×',
      ...mostTimesOfNode,
    },
    { what: 'the shortest script that mints', value: scriptMs, ...told },
    { what: 'usher mint', value: mintMs, ...told },
    {
      what: 'usher mint: times the script',
      value: mintMs / scriptMs,
      unit: '×',
      ...mostTimesOfScript,
    },
  ];
}

/** Throws unless it exits with 0. */
async function timeOf(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<number> {
  const startedMs = performance.now();
  const started = startCommand(process.execPath, args, env);
  started.type(input, 'andEnd');
  const { code, stderr } = await started.ended;
  if (code !== 0) throw new Error(`${args.join(' ')}: ${String(code)}\n${stderr}`);
  return performance.now() - startedMs;
}

/** What a script would have written into it. */
async function scriptSettings(profile: string, plexUrl: string): Promise<NodeJS.ProcessEnv> {
  const read = async (name: string): Promise<unknown> =>
    (JSON.parse(await readFile(join(profile, name), 'utf8')) as { readonly data: unknown }).data;
  const index = (await read('index.json')) as { accounts: readonly [{ secretKey: string }] };
  const installation = (await read('installation.json')) as { clientIdentifier: string };
  return {
    PLEX_URL: plexUrl,
    SERVICE: service,
    SECRET_KEY: index.accounts[0].secretKey,
    CLIENT_IDENTIFIER: installation.clientIdentifier,
    SERVER: 'Attic',
  };
}
