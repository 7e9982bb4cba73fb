import { onCleanup, onMount } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { deedOf, type Deed } from './bindings.ts';

interface ShortcutsOptions {
  readonly onHelp: () => void;
  readonly onSearch: () => void;
  readonly onToggleSidebar: () => void;
}

/** The pages of the window, as `1` to `6` lead there. */
const places = ['overview', 'servers', 'tokens', 'apps', 'identify', 'activity'] as const;

/** The keys that work everywhere; a dialog, which is about one thing, has the keyboard to itself. */
export function createShortcuts(options: ShortcutsOptions): void {
  const usher = useUsher();

  /** What the button of the view does, which knows whether there is something to be asked again just now. */
  const refresh = (): void => {
    const route = usher.route();
    if (route.view === 'server') {
      void usher.request('servers.refresh', { accountId: route.accountId });
    } else if (route.view === 'doctor') {
      usher.navigate({ ...route });
    } else {
      document.querySelector<HTMLElement>('main [data-refresh] button')?.click();
    }
  };

  const deeds: Readonly<Record<Deed, (key: string) => void>> = {
    search: () => options.onSearch(),
    places: (key) => {
      const place = places[Number(key) - 1];
      if (place !== undefined) usher.navigate({ view: place });
    },
    addAccount: () => usher.navigate({ view: 'signIn' }),
    settings: () => usher.navigate({ view: 'settings' }),
    refresh,
    sidebar: () => options.onToggleSidebar(),
    help: () => options.onHelp(),
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isInDialog(event.target)) return;
    const isMac = usher.state.app.platform === 'darwin';
    const hasModifier = isMac ? event.metaKey : event.ctrlKey;
    if (!hasModifier || event.altKey || event.shiftKey) return;
    const deed = deedOf(event.key);
    if (deed === null) return;
    event.preventDefault();
    // Before there is an account no page leads back, since there is no sidebar.
    if (usher.state.accounts.length > 0 || deed === 'help' || deed === 'refresh') {
      deeds[deed](event.key);
    }
  };

  onMount(() => {
    document.addEventListener('keydown', onKeyDown);
    onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  });
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
