import { err, ok } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';

/** The profile folder's in-memory twin, for tests and the demo. */
export const createMemoryProfileFiles = (
  initial: Readonly<Record<string, string>> = {},
): ProfileFiles => {
  const texts = new Map(Object.entries(initial));

  const freeName = (wanted: string): string => {
    let name = wanted;
    for (let count = 2; texts.has(name); count += 1) name = `${wanted}-${count}`;
    return name;
  };

  return {
    read: (name) => Promise.resolve(ok(texts.get(name) ?? null)),
    write: (name, text) => {
      texts.set(name, text);
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
  };
};
