import { onCleanup, onMount } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';

interface ShortcutsOptions {
  readonly onHelp: () => void;
}

/** The keys that work everywhere; a dialog, which is about one thing, has the keyboard to itself. */
export function createShortcuts(options: ShortcutsOptions): void {
  const usher = useUsher();

  const refresh = (): void => {
    const route = usher.route();
    // Refreshing the list keeps what was typed and opened; other views ask again when they are made anew.
    if (route.view === 'servers' || route.view === 'server' || route.view === 'source') {
      void usher.request('servers.refresh', { accountId: route.accountId });
    } else if (route.view === 'devices') {
      void usher.request('devices.refresh', { accountId: route.accountId });
    } else if (route.view === 'account' || route.view === 'home' || route.view === 'doctor') {
      usher.navigate({ ...route });
    }
  };

  const goToAccount = (index: number): void => {
    const account = usher.state.accounts[index];
    if (account !== undefined) usher.navigate({ view: 'servers', accountId: account.id });
  };

  const withModifier = (key: string): (() => void) | null => {
    if (/^[1-9]$/.test(key)) return () => goToAccount(Number(key) - 1);
    switch (key.toLowerCase()) {
      case 'n':
        return () => usher.navigate({ view: 'signIn' });
      case 't':
        return () => usher.navigate({ view: 'tokens' });
      case ',':
        return () => usher.navigate({ view: 'settings' });
      case 'r':
        return refresh;
      default:
        return null;
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isInDialog(event.target)) return;
    const isMac = usher.state.app.platform === 'darwin';
    const hasModifier = isMac ? event.metaKey : event.ctrlKey;
    if (hasModifier && !event.altKey && !event.shiftKey) {
      const act = withModifier(event.key);
      if (act === null) return;
      event.preventDefault();
      act();
    } else if (event.key === '?' && !isTyping(event.target)) {
      event.preventDefault();
      options.onHelp();
    }
  };

  onMount(() => {
    document.addEventListener('keydown', onKeyDown);
    onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  });
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
