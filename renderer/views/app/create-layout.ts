import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';

/** `none` before there is an account: nothing else is to be done than to sign in. One that is still being signed out counts. */
export type SidebarKind = 'none' | 'wide' | 'rail' | 'sheet';

export interface Layout {
  readonly sidebar: Accessor<SidebarKind>;
  /** Of the sheet alone. */
  readonly isSheetOpen: Accessor<boolean>;
  readonly openSheet: () => void;
  readonly closeSheet: () => void;
  /** Between wide and rail, where there is room for both. */
  readonly toggleRail: () => void;
}

/** How the window is divided: by its width, and by whether the person wants the sidebar narrow. */
export function createLayout(): Layout {
  const usher = useUsher();
  const isMedium = createMedia('(width < 56.25rem)');
  const isNarrow = createMedia('(width < 45rem)');
  const [wantsRail, setWantsRail] = createSignal(false);
  const [isSheetOpen, setIsSheetOpen] = createSignal(false);
  const sidebar = (): SidebarKind => {
    const { accounts, signOuts } = usher.state;
    if (accounts.length === 0 && !signOuts.some(({ isPutOff }) => isPutOff)) return 'none';
    if (isNarrow()) return 'sheet';
    return isMedium() || wantsRail() ? 'rail' : 'wide';
  };
  // What was chosen there is shown, and a window that grew has no sheet.
  createEffect(on([usher.route, sidebar], () => setIsSheetOpen(false), { defer: true }));
  return {
    sidebar,
    isSheetOpen: () => isSheetOpen() && sidebar() === 'sheet',
    openSheet: () => setIsSheetOpen(true),
    closeSheet: () => setIsSheetOpen(false),
    toggleRail: () => setWantsRail((was) => !was),
  };
}

/** Whether a media query holds, now and whenever that changes. */
function createMedia(query: string): Accessor<boolean> {
  const media = window.matchMedia(query);
  const [holds, setHolds] = createSignal(media.matches);
  const follow = (): void => void setHolds(media.matches);
  media.addEventListener('change', follow);
  onCleanup(() => media.removeEventListener('change', follow));
  return holds;
}
