import { join } from 'node:path';
import { err } from '../../shared/result.ts';
import { noticeText } from '../../shared/words/notices.ts';
import { finishedText } from '../../shared/words/sign-out.ts';
import { keychainText } from '../../shared/words/terminal.ts';
import type { Usher } from '../core/usher.ts';
import type { Log } from '../ports.ts';
import { profileFolderOf, type LaunchOptions } from '../process/launch-options.ts';
import {
  createKeychainProcess,
  type KeychainProcess,
} from '../storage/keychain/keychain-process.ts';
import { createForkWorkerHost } from '../storage/keychain/worker-host.ts';
import { isAborted, systemClock } from '../timing.ts';
import type { Context, VaultUse } from './command.ts';
import type { OpenUsher } from './open-usher.ts';
import { printable, type Output } from './output.ts';
import { createInput, type Interruption } from './terminal.ts';

/** More than a command adds, and not so many that it would be waited for. */
const mostDropped = 10;

/**
 * What a command is given. The core is loaded when it is first asked for; the keychain's process, which takes as long to
 * be there, is started before that.
 */
export function createContext(parts: {
  readonly output: Output;
  readonly interruption: Interruption;
  readonly vault: VaultUse;
  readonly version: string;
  readonly settings: LaunchOptions;
}): Context {
  const { output, interruption, version, settings } = parts;
  const keychain = createKeychainProcess({
    host: createForkWorkerHost({ workerPath: join(import.meta.dirname, 'vault-worker.cjs') }),
    clock: systemClock,
  });
  if (parts.vault !== 'unused') keychain.wakeUp(settings.keychainService);
  letGoOnInterruption(keychain, interruption.signal);
  noteWaiting(keychain, output);
  const log = createLazyLog(async () => {
    const { createFileLog } = await import('../process/file-log.ts');
    return createFileLog(join(profileFolderOf(settings), 'logs'), false);
  });
  const input = createInput(interruption);
  let opened: ReturnType<OpenUsher> | null = null;
  const open = async (): ReturnType<OpenUsher> => {
    const { openUsher } = await import('./open-usher.ts');
    const { signal } = interruption;
    const shared = { keychain, settings, version, log, input, output };
    const usher = await openUsher({ ...shared, interruption: signal });
    if (usher.ok && parts.vault === 'used') await takeUpUnfinished(usher.value, output, signal);
    return usher;
  };
  const present = async (): Promise<Usher | null> => {
    // What is thrown on opening has been told to the command.
    const usher = await opened?.catch(() => null);
    return usher?.ok === true ? usher.value : null;
  };
  return {
    output,
    log,
    interruption,
    input,
    usher: async () => {
      const usher = await (opened ??= open());
      return usher.ok && isAborted(interruption.signal) ? err({ code: 'signIn.cancelled' }) : usher;
    },
    dropExpired: async () => {
      const usher = await present();
      if (parts.vault === 'used') await usher?.services.tokens.dropExpired(mostDropped);
    },
    close: async () => {
      const usher = await present();
      opened = null;
      await usher?.close();
      keychain.dispose();
      await log.flush();
    },
  };
}

/** What was cut short is no longer there, or there as a whole, before anybody asks for it. */
async function takeUpUnfinished(
  usher: Usher,
  output: Output,
  interruption: AbortSignal,
): Promise<void> {
  await usher.takeUpUnfinished();
  // Who interrupted it knows why it was not finished.
  if (interruption.aborted) return;
  for (const notice of usher.services.notices.list()) {
    if (notice.kind === 'appTokenUndone' || notice.kind === 'appTokenFinished') {
      const { title, detail } = noticeText({ ...notice, name: printable(notice.name) });
      output.note(`${title}. ${detail}`);
    }
    if (notice.kind !== 'removalFinished' && notice.kind !== 'signOutCutShort') continue;
    // SECURITY: a title is text from outside, and the words take it as it is.
    output.note(finishedText({ ...notice, title: printable(notice.title) }));
  }
}

/** A keychain that waits for a person is not waited for by who has left. */
function letGoOnInterruption(keychain: KeychainProcess, interruption: AbortSignal): void {
  let isWaiting = false;
  const letGo = (): void => {
    if (isWaiting && interruption.aborted) keychain.cancelWaiting();
  };
  keychain.onWaiting((isNow) => {
    isWaiting = isNow;
    letGo();
  });
  interruption.addEventListener('abort', letGo);
}

function noteWaiting(keychain: KeychainProcess, output: Output): void {
  if (!output.isAttended) return;
  keychain.onWaiting((isWaiting) => {
    if (isWaiting) output.note(keychainText().waits);
  });
}

type Level = keyof Log;

/** The window's log file, opened only when there is something to write. */
function createLazyLog(open: () => Promise<Log>): Log & { flush(): Promise<void> } {
  let log: Promise<Log> | null = null;
  let written: Promise<unknown> = Promise.resolve();
  const write =
    (level: Level): Log[Level] =>
    (event, facts) => {
      log ??= open();
      const ready = log;
      written = written.then(async () => (await ready)[level](event, facts));
    };
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    flush: async () => {
      await written;
    },
  };
}
