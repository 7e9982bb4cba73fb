import { randomUUID } from 'node:crypto';
import type { NoticeId } from '../../shared/model/ids.ts';
import type { Notice } from '../../shared/model/state.ts';
import type { Clock } from '../ports.ts';
import type { DocumentOpening } from '../storage/profile/json-document.ts';
import type { EventBus } from './event-bus.ts';

type WithoutHead<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;

/** What happened without the person asking, kept until they put it away. */
export interface Notices {
  list(): readonly Notice[];
  add(notice: WithoutHead<Notice>): void;
  dismiss(id: NoticeId): void;
}

export function createNotices(deps: { readonly clock: Clock; readonly events: EventBus }): Notices {
  let notices: readonly Notice[] = [];
  const set = (next: readonly Notice[]): void => {
    notices = next;
    deps.events.emit({ notices });
  };
  return {
    list: () => notices,
    add: (notice) =>
      set([...notices, { ...notice, id: randomUUID() as NoticeId, at: deps.clock.now() }]),
    dismiss: (id) => set(notices.filter((notice) => notice.id !== id)),
  };
}

/** Tells the person when the index was not found as it was left. */
export function noteOpening(opening: DocumentOpening, notices: Notices): void {
  switch (opening.how) {
    case 'backup':
      notices.add({ kind: 'profileRebuilt', from: 'backup', keptAs: opening.keptAs });
      break;
    case 'rebuilt':
      notices.add({ kind: 'profileRebuilt', from: 'nothing', keptAs: opening.keptAs });
      break;
    case 'tooNew':
      notices.add({ kind: 'profileTooNew' });
      break;
    case 'fresh':
    case 'read':
      break;
  }
}
