import type { Log } from '../ports.ts';

/** Keeps what was logged, for tests that look for it, or for what must not be in it. */
export function createTestLog(): Log & { text(): string } {
  const lines: string[] = [];
  const keep = (event: string, facts?: Readonly<Record<string, unknown>>): void => {
    lines.push(
      `${event} ${JSON.stringify(facts, (_key, value: unknown) => (value instanceof Error ? value.message : value))}`,
    );
  };
  return { info: keep, warn: keep, error: keep, text: () => lines.join('\n') };
}
