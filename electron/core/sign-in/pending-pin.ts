import * as v from 'valibot';
import type { AccountId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import type { PendingPinEntry } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { MINUTE_MS, oneAtATime } from '../../timing.ts';

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
 * Remembers the waiting PIN over a restart, so that an approval given while Usher is closed is not lost. Another process
 * may wait for one of its own meanwhile: each sees to its own, and to those of runs that have ended.
 * SECURITY: with our client identifier a PIN's id fetches its token, so id and code are kept in the vault.
 */
export interface PendingPin {
  remember(pin: WaitingPin): void;
  forget(): void;
  /** Whether ours will be there at the next start. */
  isKept(): boolean;
  /** Ours; null when there is none that could still be approved. */
  recall(): Promise<Result<WaitingPin | null>>;
  /** That of a run that has ended, which then is ours. */
  takeOver(): Promise<Result<WaitingPin | null>>;
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
  const { instance } = index;
  // One after the other: a forget that overtook its remember would leave the PIN behind.
  const inTurn = oneAtATime();

  const isOurs = ({ waitedForBy }: PendingPinEntry): boolean => waitedForBy === instance.id;

  /** Out of the index first: a PIN that the keychain does not let go of must not be taken up again. */
  const drop = async (): Promise<void> => {
    if (!index.content().pendingPins.some(isOurs)) return;
    await keeper.release((content) => ({
      ...content,
      pendingPins: content.pendingPins.filter((pin) => !isOurs(pin)),
    }));
  };

  /** Of several processes that do so at once the first to write it has it. */
  const takeOver = async (): Promise<void> => {
    for (const { secretKey, waitedForBy } of index.content().pendingPins) {
      if (!(await instance.hasEnded(waitedForBy))) continue;
      await index.change('pendingPins', secretKey, (pin) =>
        pin.waitedForBy === waitedForBy ? { ...pin, waitedForBy: instance.id } : pin,
      );
    }
  };

  const recall = async (): Promise<Result<WaitingPin | null>> => {
    const pending = index
      .content()
      .pendingPins.filter(isOurs)
      .sort((one, other) => other.expiresAt - one.expiresAt)[0];
    if (pending === undefined) return ok(null);
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
            const place = { ...kept, lastFour: '', waitedForBy: instance.id };
            const pending = { ...place, way, expiresAt, forAccountId };
            const others = content.pendingPins.filter((one) => !isOurs(one));
            return { ...content, pendingPins: [...others, pending] };
          },
        }),
      ),
    forget: () => void inTurn(drop),
    isKept: () =>
      index.content().pendingPins.some((pin) => isOurs(pin) && pin.storage === 'keychain'),
    recall: () => inTurn(recall),
    takeOver: () =>
      inTurn(async () => {
        await takeOver();
        return recall();
      }),
    settled: () => inTurn(() => Promise.resolve()),
  };
}
