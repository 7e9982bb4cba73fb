import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PinCheck } from '../../plex/plex-tv/pins.ts';
import { createTestClock } from '../../testing.ts';
import { pollPin, type PollOutcome } from './pin-sign-in.ts';

const waiting = ok({ token: null, expiresInMs: null });
const offline: Result<PinCheck> = err({ code: 'network.offline' });

/** A PIN of ten seconds, and a Plex that answers as told, by the second. */
function pollFor(answerAt: (second: number) => Result<PinCheck>) {
  const clock = createTestClock();
  const askedAtMs: number[] = [];
  const troubles: (AppError | null)[] = [];
  const controller = new AbortController();
  let outcome: PollOutcome | undefined;
  const plex = {
    checkPin: () => {
      askedAtMs.push(clock.monotonicMs());
      return Promise.resolve(answerAt(clock.monotonicMs() / 1000));
    },
  };
  void pollPin(
    { plex, clock },
    {
      pinId: 1,
      expiresAtMs: 10_000,
      signal: controller.signal,
      onTrouble: (trouble) => troubles.push(trouble),
    },
  ).then((ended) => {
    outcome = ended;
  });
  return { clock, askedAtMs, troubles, controller, outcome: () => outcome };
}

describe('a PIN that waits for approval', () => {
  test('is asked for every two seconds, and once more at its end', async () => {
    const poll = pollFor(() => waiting);
    await poll.clock.advance(30_000);
    expect(poll.askedAtMs).toEqual([2000, 4000, 6000, 8000, 10_000]);
    expect(poll.outcome()).toEqual({ kind: 'expired' });
  });

  test('approved in the last second is not lost', async () => {
    const poll = pollFor((second) =>
      second > 9 ? ok({ token: 'a token', expiresInMs: 0 }) : waiting,
    );
    await poll.clock.advance(10_000);
    expect(poll.outcome()).toEqual({ kind: 'approved', token: 'a token' });
  });

  test('approved while Plex could not be asked is not lost, also when its time is over', async () => {
    const poll = pollFor((second) =>
      second < 20 ? offline : ok({ token: 'a token', expiresInMs: 0 }),
    );
    await poll.clock.advance(60_000);
    expect(poll.outcome()).toEqual({ kind: 'approved', token: 'a token' });
  });

  test('is given up a minute after its end when Plex cannot be asked', async () => {
    const poll = pollFor(() => offline);
    await poll.clock.advance(120_000);
    expect(poll.outcome()).toEqual({ kind: 'expired' });
  });

  test('is asked for more slowly in trouble, and as slowly as Plex wishes', async () => {
    const slow = pollFor(() => offline);
    await slow.clock.advance(10_000);
    expect(slow.askedAtMs).toEqual([2000, 6000, 10_000]);
    expect(slow.troubles).toHaveLength(3);
    const limited = pollFor(() => err({ code: 'plex.rateLimited', retryAfterSeconds: 5 }));
    await limited.clock.advance(7_000);
    expect(limited.askedAtMs).toEqual([2000, 7000]);
  });

  test('is not asked for any more once the attempt is cancelled', async () => {
    const poll = pollFor(() => waiting);
    await poll.clock.advance(2000);
    poll.controller.abort();
    await poll.clock.advance(60_000);
    expect(poll.askedAtMs).toEqual([2000]);
    expect(poll.outcome()).toEqual({ kind: 'aborted' });
  });
});
