import type { AccountId, EpochMs } from '../../../shared/model/ids.ts';
import type { SignOutProgress, SignOutTicks } from '../../../shared/model/sign-out.ts';
import type { SecretStorage } from '../../../shared/model/token.ts';
import type { EventBus } from '../event-bus.ts';
import type { Clock } from '../../ports.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { ReportTicks } from './end-token.ts';

/** How far each sign-out that is not over has come. */
export interface SignOutList {
  list(): readonly SignOutProgress[];
  /** Its ticks are all to be made. */
  begin(account: SignOutSubject): ReportTicks;
  ticksOf(accountId: AccountId): SignOutTicks;
  /** It came to nothing for now. */
  fail(accountId: AccountId): void;
  /** It is over, or is a thing of the waiting ones from now on. */
  end(accountId: AccountId): void;
  /** Tells the list anew: another process changed it. */
  emit(): void;
}

export interface SignOutSubject {
  readonly id: AccountId;
  readonly title: string;
  readonly storage: SecretStorage;
}

interface Line extends SignOutSubject {
  readonly askedAt: EpochMs;
  readonly phase: 'running' | 'failed';
  readonly ticks: SignOutTicks;
}

const untouched: SignOutTicks = {
  revoked: { state: 'pending' },
  rejected: { state: 'pending' },
  removed: { state: 'pending' },
};

export function createSignOutList(deps: {
  readonly index: Pick<UsherIndex, 'content'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly events: EventBus;
}): SignOutList {
  const { index, clock, events } = deps;
  const lines = new Map<AccountId, Line>();

  const list = (): readonly SignOutProgress[] => {
    const waiting = index.content().waitingSignOuts;
    const isWaiting = new Set(waiting.map(({ id }) => id));
    const direct = [...lines.values()].filter(({ id }) => !isWaiting.has(id));
    return [
      ...direct.map((line) => ({ ...toProgress(line), isPutOff: false })),
      ...waiting.map((entry): SignOutProgress => {
        const line = lines.get(entry.id);
        return {
          ...toProgress({ ...entry, phase: 'running', ticks: line?.ticks ?? untouched }),
          isPutOff: true,
          phase: line?.phase === 'running' ? 'running' : 'waiting',
        };
      }),
    ];
  };
  const emitState = (): void => events.emit({ signOuts: list() });

  const change = (accountId: AccountId, changed: Partial<Line>): void => {
    const line = lines.get(accountId);
    if (line === undefined) return;
    lines.set(accountId, { ...line, ...changed });
    emitState();
  };

  return {
    list,
    emit: emitState,
    begin: ({ id, title, storage }) => {
      lines.set(id, {
        ...{ id, title, storage },
        askedAt: clock.now(),
        phase: 'running',
        ticks: untouched,
      });
      emitState();
      return (ticks) => change(id, { ticks: { ...(lines.get(id)?.ticks ?? untouched), ...ticks } });
    },
    ticksOf: (accountId) => lines.get(accountId)?.ticks ?? untouched,
    fail: (accountId) => change(accountId, { phase: 'failed' }),
    end: (accountId) => {
      lines.delete(accountId);
      emitState();
    },
  };
}

const toProgress = ({ id, title, storage, askedAt, phase, ticks }: Line) => ({
  accountId: id,
  title,
  storage,
  askedAt,
  phase,
  ticks,
});
