import { createEffect, type Accessor } from 'solid-js';

/** Has a list be in the top layer while it is shown: no card and no dialog around it cuts it off. */
export function floatList(list: HTMLElement, isShown: Accessor<boolean>): void {
  // Where there is no top layer nothing is drawn either.
  if (!('showPopover' in list)) return;
  list.popover = 'manual';
  createEffect(() => {
    if (isShown()) list.showPopover();
    else if (list.matches(':popover-open')) list.hidePopover();
  });
}
