import type { DocumentOpening } from '../storage/profile/json-document.ts';
import type { Notices } from './notices.ts';

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
