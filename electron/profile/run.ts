import { randomUUID } from 'node:crypto';
import { ok, type Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';

/** This process among those that share the profile: what it marks with its id is its own for as long as it lives. */
export interface Run {
  readonly id: string;
  /** Makes it known as alive, before anything is marked with it. */
  begin(): Promise<Result<null>>;
  /** Whether what is marked so is nobody's any more: of a run that has ended, or of an Usher that marked nothing. */
  hasEnded(runId: string | null): Promise<boolean>;
  end(): Promise<void>;
}

export function createRun(files: Pick<ProfileFiles, 'announce' | 'isAlive'>): Run {
  const id = randomUUID();
  let begun: Promise<Result<() => Promise<void>>> | null = null;
  return {
    id,
    begin: async () => {
      begun ??= files.announce(id);
      const outcome = await begun;
      if (outcome.ok) return ok(null);
      // Tried again with the next change.
      begun = null;
      return outcome;
    },
    hasEnded: async (runId) => {
      if (runId === id) return false;
      return runId === null || !(await files.isAlive(runId));
    },
    end: async () => {
      const outcome = await begun;
      begun = null;
      if (outcome?.ok === true) await outcome.value();
    },
  };
}
