import { ok, type Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { askAboutEverything, type WholeStatus } from './verdicts/ask-everything.ts';
import type { TellChange, VerdictChanges } from './verdicts/verdict-changes.ts';

/**
 * What looks after the tokens where nobody has a window open: as the window does, and whoever started it is told of every
 * change. One at a time on a profile (`profile.watched`); a window may be there besides, which goes by the same profile.
 */
export interface Lookout {
  /** From now on, until Usher closes. */
  keep(tell: TellChange): Promise<Result<null>>;
  /** Asks about everything now, and tells what changed since it was last told. */
  once(tell: TellChange): Promise<Result<WholeStatus>>;
  close(): Promise<void>;
}

export function createLookout(deps: {
  readonly files: Pick<ProfileFiles, 'claim'>;
  readonly changes: VerdictChanges;
  readonly asked: Parameters<typeof askAboutEverything>[0];
  /** Begins what goes on by itself. */
  readonly begin: () => void;
  readonly keepAlive: () => Promise<void>;
}): Lookout {
  const { files, changes, asked, begin, keepAlive } = deps;
  let release = (): Promise<void> => Promise.resolve();

  const claim = async (): Promise<Result<null>> => {
    const claimed = await files.claim('watch');
    if (!claimed.ok) return claimed;
    release = claimed.value;
    return ok(null);
  };

  return {
    keep: async (tell) => {
      const claimed = await claim();
      if (!claimed.ok) return claimed;
      changes.watch(tell);
      begin();
      return ok(null);
    },
    once: async (tell) => {
      const claimed = await claim();
      if (!claimed.ok) return claimed;
      const status = await askAboutEverything(asked);
      await keepAlive();
      await changes.tellAll(tell);
      return ok(status);
    },
    close: async () => {
      await changes.close();
      await release();
    },
  };
}
