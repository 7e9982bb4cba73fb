import { scrubText } from '../../electron/plex/secrets/scrubber.ts';
import { readLinkCode } from '../../shared/model/device.ts';
import type { Bench, Measure } from './bench.ts';

const timesLonger = 4;
/** A pattern that goes back over what it has read takes the square of the length, or worse. */
const steepest = 1.8;
const secret = 'zzFAKEzzACCOUNTzz001';

/** Each made of one piece, over and over: what a pattern may go back for. */
const pieces = [
  ...['a', '%41', 'a="', String.raw`\"`, 'token= ', 'eyJ', 'eyJ.', 'transient-', 'cookie: '],
  ...['tokens:["', 'token:[{', '<token>', '<token a ', 'name=token value={'],
  ...['value=x name=token ', String.raw`\u005c`, 'dG9rZW49'],
];

export const hostileTextBench: Bench = {
  name: 'hostile-text',
  rounds: 3,
  about: (rounds) =>
    `how the time for a text made to take long grows with its length, the worst of ${pieces.length}, the least of ${rounds} rounds`,
  run: (rounds) =>
    Promise.resolve([
      worst('taking secrets out', 150_000, rounds, (text) => scrubText(text, [secret])),
      worst('looking for a link code', 200_000, rounds, readLinkCode),
    ]),
};

function worst(
  what: string,
  short: number,
  rounds: number,
  read: (text: string) => unknown,
): Measure {
  const exponents = pieces.map((piece) => {
    const text = piece.repeat(Math.ceil((short * timesLonger) / piece.length));
    // The least of each: what the machine does besides only ever adds.
    const msOf = (length: number): number =>
      Math.min(...Array.from({ length: rounds }, () => timed(() => read(text.slice(0, length)))));
    return Math.log(msOf(text.length) / msOf(short)) / Math.log(timesLonger);
  });
  const value = Math.max(...exponents);
  return { what: `${what}: exponent`, value, unit: '^', limit: steepest };
}

function timed(act: () => unknown): number {
  const startedMs = performance.now();
  act();
  return performance.now() - startedMs;
}
