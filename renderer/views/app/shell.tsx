import { createEffect, createSignal, on, onMount, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { appText } from '../../../shared/words/app.ts';
import { RepairBar } from '../repair/repair-bar.tsx';
import { SignOutHost } from '../sign-out/sign-out-host.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { ClipboardBar } from './clipboard-bar.tsx';
import { loadOnDemand } from '../../ui/on-demand.ts';
import { createRouteGuard } from './create-route-guard.ts';
import { createShortcuts } from './create-shortcuts.ts';
import { createAttentionFollower } from './create-attention-follower.ts';
import { createSignInFollower } from './create-sign-in-follower.ts';
import { loadView, MainView } from './main-view.tsx';
import { Notices } from './notices.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import { VaultBar } from './vault-bar.tsx';
import styles from './shell.module.css';

type OpenDialog = 'about' | 'shortcuts' | null;

/** The frame of the window: sidebar, main pane, clipboard bar. */
export function Shell(): JSX.Element {
  const usher = useUsher();
  const [openDialog, setOpenDialog] = createSignal<OpenDialog>(null);
  let main: HTMLElement | undefined;

  createRouteGuard();
  createSignInFollower();
  createAttentionFollower();
  createShortcuts({ onHelp: () => setOpenDialog('shortcuts') });

  // A new view starts at its heading: for readers, for the keyboard, and at the top of what scrolls.
  createEffect(
    on(
      usher.route,
      ({ view }) =>
        void loadView(view).then(() => {
          if (main !== undefined) main.scrollTop = 0;
          main?.querySelector('h1')?.focus({ preventScroll: true });
        }),
      { defer: true },
    ),
  );
  // The others come while nothing else is to be done, so that going to one is no wait.
  onMount(() => requestIdleCallback(() => void loadView().then(loadOnDemand)));

  return (
    <div class={styles.shell}>
      <a
        class={styles.skip}
        href="#content"
        onClick={(event) => {
          // The window has one address; only the focus moves.
          event.preventDefault();
          main?.querySelector('h1')?.focus();
        }}
      >
        {appText().skipToContent}
      </a>
      <Sidebar
        onAbout={() => setOpenDialog('about')}
        onShortcuts={() => setOpenDialog('shortcuts')}
      />
      <main id="content" class={styles.main} ref={(element) => (main = element)}>
        <div class={styles.pane}>
          <VaultBar />
          <RepairBar />
          <Notices />
          <MainView />
        </div>
      </main>
      <ClipboardBar />
      <SignOutHost />
      <AboutDialog isOpen={openDialog() === 'about'} onClose={() => setOpenDialog(null)} />
      <ShortcutsDialog isOpen={openDialog() === 'shortcuts'} onClose={() => setOpenDialog(null)} />
    </div>
  );
}
