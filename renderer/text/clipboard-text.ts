import type { ClipboardState } from '../../shared/model/state.ts';

type What = Extract<ClipboardState, { kind: 'holding' }>['what'];

const names: Record<What, string> = {
  accountToken: 'Account token',
  transientToken: 'Transient token',
  sourceToken: 'Source token',
};

export const clipboardText = {
  region: 'Clipboard',
  what: (what: What): string => names[what],
  /** Around the name of the account or server. */
  of: 'of',
  onClipboard: 'is on the clipboard',
  clearsIn: 'Cleared in',
  kept: 'Kept until you clear it or copy something else.',
  /** Said only where main could do it. */
  keptFromHistory: 'Kept out of clipboard history.',
  keep: 'Keep',
  clearNow: 'Clear now',
  announce: (what: What, label: string, seconds: number | null): string =>
    seconds === null
      ? `${names[what]} of ${label} is on the clipboard.`
      : `${names[what]} of ${label} is on the clipboard and is cleared in ${seconds} seconds.`,
  cleared: 'The clipboard was cleared.',
};
