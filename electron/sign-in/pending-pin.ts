import * as v from 'valibot';
import type { AccountId } from '../../shared/model/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { MINUTE_MS } from '../durations.ts';
import type { Clock } from '../ports.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { UsherIndex } from '../profile/usher-index.ts';
import type { SecretKeeper } from '../vault/secret-keeper.ts';

/** A PIN that waits for approval. */
export interface WaitingPin {
  readonly way: 'browser' | 'code';
  readonly pinId: number;
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The account that is being signed in again; null when one is to be added. */
  readonly forAccountId: AccountId | null;
}

/**
 * Remembers the waiting PIN over a restart, so that an approval given while Usher is closed is not lost.
 * SECURITY: with our client identifier a PIN's id fetches its token, so id and code are kept in the vault.
 */
export interface PendingPin {
  remember(pin: WaitingPin): void;
  forget(): void;
  /** The one of the last run, or null when there is none that could still be approved. */
  recall(): Promise<Result<WaitingPin | null>>;
  /** Resolves when what was begun is done. */
  settled(): Promise<void>;
}

const secretSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ pinId: v.number(), code: v.string() }),
);

export function createPendingPin(deps: {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly clock: Clock;
}): PendingPin {
  const { index, keeper, clock } = deps;
  // One after the other: a forget that overtook its remember would leave the PIN behind.
  const inTurn = oneAtATime();

  /** Out of the index first: a PIN that the keychain does not let go of must not be taken up again. */
  const drop = async (): Promise<void> => {
    if (index.content().pendingPin === null) return;
    await keeper.release((content) => ({ ...content, pendingPin: null }));
  };

  const recall = async (): Promise<Result<WaitingPin | null>> => {
    const pending = index.content().pendingPin;
    if (pending === null) return ok(null);
    if (clock.now() > pending.expiresAt + MINUTE_MS) {
      await drop();
      return ok(null);
    }
    const secret = await keeper.read(pending.secretKey);
    if (!secret.ok) return secret;
    const parsed = v.safeParse(secretSchema, secret.value);
    if (!parsed.success) return err({ code: 'vault.failed' });
    const { way, expiresAt, forAccountId } = pending;
    return ok({ way, expiresAt, forAccountId, ...parsed.output });
  };

  return {
    remember: (pin) =>
      void inTurn(() =>
        keeper.keep(JSON.stringify({ pinId: pin.pinId, code: pin.code }), {
          subject: 'pending-pin',
          commit: (content, kept) => {
            const { way, expiresAt, forAccountId } = pin;
            const pendingPin = { ...kept, lastFour: '', way, expiresAt, forAccountId };
            return { ...content, pendingPin };
          },
        }),
      ),
    forget: () => void inTurn(drop),
    recall: () => inTurn(recall),
    settled: () => inTurn(() => Promise.resolve()),
  };
}
