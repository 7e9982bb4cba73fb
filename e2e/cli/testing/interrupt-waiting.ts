import { expect } from 'vitest';
import type { Fault } from '../../fake-plex/state/fault-list.ts';
import type { Run } from './start-command.ts';
import type { Terminal } from './terminal.ts';

/** Ends a command from outside while it waits for an answer that never comes: to what fits `match`, by default to anything. */
export async function interruptWaiting(
  terminal: Terminal,
  args: readonly string[],
  options: { readonly match?: Fault['match']; readonly signal?: NodeJS.Signals } = {},
): Promise<Run> {
  const { match = {}, signal = 'SIGINT' } = options;
  const { faults, requests } = terminal.plex;
  faults.add({ match, action: { hang: true } });
  requests.clear();
  const started = terminal.start(args);
  const isAsked = (): boolean =>
    requests.list().some(({ path }) => match.path === undefined || path === match.path);
  await expect.poll(isAsked).toBe(true);
  started.signal(signal);
  const run = await started.ended;
  faults.clear();
  return run;
}
