import type { KeptView } from '../../shared/model/kept-view.ts';
import type { WantedView } from '../../shared/model/state.ts';
import { MINUTE_MS } from '../timing.ts';
import type { EventBus } from './event-bus.ts';
import type { ServerTime } from './server-time.ts';

/** What the person wants to see, as they said outside of the window: by a notification, or in the tray. */
export interface Wanted {
  /** Null: the window, wherever it is. */
  want(view: KeptView | null): void;
  /** Null once it is old: a window that opens later begins where it begins. */
  view(): WantedView | null;
}

export function createWanted(deps: {
  readonly time: Pick<ServerTime, 'elapsedMs'>;
  readonly events: EventBus;
}): Wanted {
  const { time, events } = deps;
  let wanted: WantedView | null = null;
  let wantedAtMs = -Infinity;
  let lastId = 0;
  return {
    want: (view) => {
      wantedAtMs = time.elapsedMs();
      lastId += 1;
      wanted = view === null ? null : { view, id: lastId };
      events.emit({ wanted });
    },
    view: () => (time.elapsedMs() - wantedAtMs < MINUTE_MS ? wanted : null),
  };
}
