import type { FakePlex } from '../../fake-plex/fake-plex.ts';
import type { Run } from './start-command.ts';

export interface RunOptions {
  /** All of standard input. */
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Ways to run a command and take its answer. */
export interface RunCommands {
  /** Runs it without a terminal. */
  usher(args: readonly string[], options?: RunOptions): Promise<Run>;
  /** As `usher`; throws unless it exits with 0. Answers what it printed. */
  must(args: readonly string[], options?: RunOptions): Promise<string>;
  /** As `must`, with `--json`. */
  json(args: readonly string[], options?: RunOptions): Promise<unknown>;
  signIn(user: string): Promise<void>;
}

export function waysToRun(
  usher: RunCommands['usher'],
  userOf: (name: string) => ReturnType<FakePlex['user']>,
): RunCommands {
  const must: RunCommands['must'] = async (args, options) => {
    const run = await usher(args, options);
    if (run.code !== 0) throw new Error(`usher ${args.join(' ')}: ${run.code}\n${run.stderr}`);
    return run.stdout;
  };
  return {
    usher,
    must,
    json: async (args, options) => JSON.parse(await must([...args, '--json'], options)) as unknown,
    signIn: async (user) => {
      const { username, email, emailOnly, password, verificationCode } = userOf(user);
      await must(['sign-in', '--user', emailOnly ? email : username], {
        input: `${password ?? ''}\n${verificationCode ?? ''}\n`,
      });
    },
  };
}
