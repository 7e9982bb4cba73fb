import type { Notice } from '../../../shared/model/state.ts';
import { printable } from '../output/printable.ts';

/** What became of a sign-out that an earlier run was cut short in; null for what else happened. */
export function finishedText(notice: Notice): string | null {
  switch (notice.kind) {
    case 'removalFinished':
      return `Finished removing ${printable(notice.title)}, which had been cut short.`;
    case 'signOutCutShort':
      return `Signing out of ${printable(notice.title)} had been cut short, and Plex cannot be asked to finish it. Sign out again.`;
    default:
      return null;
  }
}
