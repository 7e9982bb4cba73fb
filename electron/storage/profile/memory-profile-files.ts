import { err, ok } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';
import { oneAtATime } from '../../timing.ts';

export interface MemoryProfileFiles extends ProfileFiles {
  /** As if every process that uses them had been killed: no run is alive, and nobody works on them. */
  killAll(): void;
}

/** The profile folder's in-memory twin, for tests and the demo. */
export const createMemoryProfileFiles = (
  initial: Readonly<Record<string, string>> = {},
): MemoryProfileFiles => {
  const texts = new Map(Object.entries(initial));
  const runIds = new Set<string>();
  const listeners = new Map<() => void, string>();
  let queue = oneAtATime();

  const freeName = (wanted: string): string => {
    let name = wanted;
    for (let count = 2; texts.has(name); count += 1) name = `${wanted}-${count}`;
    return name;
  };

  const announce: ProfileFiles['announce'] = (runId) => {
    runIds.add(runId);
    return Promise.resolve(
      ok(() => {
        runIds.delete(runId);
        return Promise.resolve();
      }),
    );
  };

  return {
    read: (name) => Promise.resolve(ok(texts.get(name) ?? null)),
    write: (name, text) => {
      texts.set(name, text);
      for (const [listener, watched] of listeners) if (watched === name) queueMicrotask(listener);
      return Promise.resolve(ok(null));
    },
    setAside: (name, suffix) => {
      const text = texts.get(name);
      if (text === undefined) return Promise.resolve(err({ code: 'profile.failed' }));
      const keptName = freeName(`${name}.${suffix}`);
      texts.delete(name);
      texts.set(keptName, text);
      return Promise.resolve(ok(keptName));
    },
    exclusively: (work) => queue(work),
    removeParts: () => Promise.resolve(),
    announce,
    claim: (deed) =>
      runIds.has(deed) ? Promise.resolve(err({ code: 'profile.watched' })) : announce(deed),
    isAlive: (runId) => Promise.resolve(runIds.has(runId)),
    watch: (name, listener) => {
      // One listener may watch several names.
      const own = (): void => listener();
      listeners.set(own, name);
      queueMicrotask(own);
      return () => listeners.delete(own);
    },
    killAll: () => {
      runIds.clear();
      queue = oneAtATime();
    },
  };
};
