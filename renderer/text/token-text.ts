import type { TokenKind } from '../../shared/model/token.ts';

const kinds: Readonly<Record<TokenKind, string>> = {
  classic: 'Classic',
  jwt: 'JWT',
  transient: 'Transient',
  claim: 'Claim code',
  local: 'Local',
};

/** Words for a token wherever one is shown. */
export const tokenText = {
  kind: (kind: TokenKind): string => kinds[kind],
  /** A token too short to show any of it has no last four. */
  masked: (lastFour: string): string => `••••••••${lastFour}`,
  maskedForReaders: (lastFour: string): string =>
    lastFour === '' ? 'hidden' : `hidden, ends in ${lastFour.split('').join(' ')}`,
  reveal: 'Reveal',
  revealLabel: (name: string): string => `Reveal ${name}`,
  hide: 'Hide',
  hideLabel: (name: string): string => `Hide ${name}`,
  revealed: (seconds: number): string => `Shown for ${seconds} seconds.`,
  hidden: 'Hidden again.',
  hiddenIn: 'hidden in',
  expired: 'Expired',
  ended: 'Ended early',
  sessionOnly: 'This session only',
  sessionOnlyDetail: 'Held in memory and gone when Usher quits; there is no keychain to keep it.',
};
