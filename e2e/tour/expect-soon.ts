import { until } from '../fixtures/until.ts';

/**
 * Looks until it finds what is wanted, since what the window shows comes before or after what it stands for; fails the
 * step when that never comes. Says nothing of the two: they are secrets as often as not.
 */
export async function expectSoon<T>(
  what: string,
  look: () => Promise<T>,
  wanted: T,
): Promise<void> {
  await until(`${what} to be what it should be`, async () => (await look()) === wanted);
}
