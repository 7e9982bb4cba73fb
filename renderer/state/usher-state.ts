import { batch, onCleanup } from 'solid-js';
import { createStore, produce, reconcile, unwrap } from 'solid-js/store';
import type { UsherBridge } from '../../shared/contract.ts';
import type { ServerRef, ServerSummary } from '../../shared/model/server.ts';
import {
  changedParts,
  withChange,
  type State,
  type StateChange,
  type StatePart,
} from '../../shared/model/state.ts';
import { ok, type Result } from '../../shared/result.ts';

/** Main's state as last told. Every property is reactive; nothing here is changed by the page. */
export type UsherState = State & {
  /** When (performance.now) each part came: the time of its `remainingMs` runs from there. */
  readonly receivedAt: Readonly<Record<StatePart, number>>;
  /** How often each part came; of two that come at once the time is the same. */
  readonly receipts: Readonly<Record<StatePart, number>>;
};

/**
 * Parts of main's state as a whole, for what looks through all of a part whenever main tells anything of it: to follow
 * each piece of thousands of servers by itself takes seconds.
 */
export function wholeOf<Part extends StatePart>(
  state: UsherState,
  ...parts: readonly Part[]
): Pick<State, Part> {
  // What is read here is followed.
  parts.forEach((part) => state.receipts[part]);
  return unwrap(state);
}

/** Main's own of one server, which tells when it changes; looked for without following each of thousands. */
export function serverOf(
  state: UsherState,
  { accountId, serverId }: ServerRef,
): ServerSummary | undefined {
  const { servers: lists } = wholeOf(state, 'servers');
  const listAt = lists.findIndex((list) => list.accountId === accountId);
  const serverAt = lists[listAt]?.servers.findIndex(({ id }) => id === serverId) ?? -1;
  return serverAt === -1 ? undefined : state.servers[listAt]?.servers[serverAt];
}

/** Of these a row keeps its element, and with it the focus, when another one changes. */
const rowParts: ReadonlySet<StatePart> = new Set<StatePart>([
  'accounts',
  'servers',
  'devices',
  'tokens',
  'appTokens',
]);

/**
 * The page's copy of main's state: `start` is the snapshot, `bridge` tells what changes after it. The parts that are not
 * rows are replaced whole, so that one which was narrowed by its `kind` stays what it was narrowed to.
 */
export function createUsherState(bridge: UsherBridge, start: State): UsherState {
  const now = performance.now();
  const ofEach = (value: number) =>
    Object.fromEntries(Object.keys(start).map((part) => [part, value])) as Record<
      StatePart,
      number
    >;
  const [state, setState] = createStore<UsherState>({
    ...start,
    receivedAt: ofEach(now),
    receipts: ofEach(0),
  });

  onCleanup(
    bridge.subscribe((change) => {
      const known = unwrap(state);
      const next = withChange(known, change);
      const takeOver = (part: StatePart): void => {
        const value = rowParts.has(part)
          ? reconcile(next[part], { key: 'id' })(known[part])
          : next[part];
        setState(
          produce((draft) => {
            const times: Record<StatePart, number> = draft.receivedAt;
            times[part] = performance.now();
            const receipts: Record<StatePart, number> = draft.receipts;
            receipts[part] += 1;
            // Rows are changed where they are: to put the same list in once more walks through thousands of servers.
            if (value !== known[part]) Object.assign(draft, { [part]: value });
          }),
        );
      };
      batch(() => changedParts(change).forEach(takeOver));
    }),
  );

  return state;
}

/**
 * Asks for the state while already listening. What is told while the answer is under way is at least as new as the
 * answer, and counts over it; otherwise a change in that moment would be missed for good.
 */
export async function loadState(bridge: UsherBridge): Promise<Result<State>> {
  const changes: StateChange[] = [];
  const stop = bridge.subscribe((change) => changes.push(change));
  try {
    const answer = await bridge.request('app.snapshot', {});
    return answer.ok ? ok(changes.reduce(withChange, answer.value)) : answer;
  } finally {
    stop();
  }
}
