import type { OnDemand } from './on-demand.ts';

/** What was done to a button that stood in for one of Kobalte's until that came. */
export interface StandIn {
  readonly isPressed: boolean;
  readonly hasFocus: boolean;
}

/** What the button does meanwhile: it has what it stands in for come, and notes what that is to go on with. */
export function createStandIn({ load }: Pick<OnDemand<never>, 'load'>) {
  const before = { isPressed: false, hasFocus: false };
  return {
    before: before as StandIn,
    handlers: {
      onFocus: () => void (before.hasFocus = true),
      onBlur: () => void (before.hasFocus = false),
      onClick: () => {
        before.isPressed = true;
        void load();
      },
    },
  };
}

/** The button that has come goes on with the focus. */
export function takeFocus(trigger: HTMLElement, { hasFocus, isPressed }: StandIn): void {
  // One that opens takes the focus itself.
  if (hasFocus && !isPressed) queueMicrotask(() => trigger.focus());
}
