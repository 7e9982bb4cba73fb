import { renderUnicodeCompact } from 'uqr';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import type { Output } from '../output/output.ts';
import { printable } from '../output/printable.ts';

/** Tells on standard error what to do for a sign-in by browser or code, each thing once. */
export function tellSignIn(output: Output): (state: SignInState) => void {
  const told = new Set<string>();
  const tell = (text: string): void => {
    if (told.has(text)) return;
    told.add(text);
    output.note(text);
  };
  return (state) => {
    if (state.kind !== 'browser' && state.kind !== 'code') return;
    if (state.phase !== 'waiting') return;
    if (state.kind === 'browser') {
      tell(
        state.browserOpened
          ? `Approve the sign-in in your browser. Should it not be there:\n${state.authUrl}`
          : `No browser could be opened. Open this page, on any device, and approve the sign-in:\n${state.authUrl}`,
      );
    } else {
      tell(
        `Go to ${state.linkUrl} and type ${printable(state.code)}\nor open ${state.prefilledUrl}`,
      );
      if (output.isAttended) tell(renderUnicodeCompact(state.prefilledUrl, { border: 2 }));
    }
    if (state.trouble !== null) tell('Plex cannot be asked at the moment. Waiting goes on.');
  };
}
