import MenuIcon from 'lucide-solid/icons/menu';
import Search from 'lucide-solid/icons/search';
import {
  createEffect,
  createMemo,
  createSignal,
  lazy,
  on,
  onMount,
  Show,
  type JSX,
} from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { appText } from '../../../shared/words/app.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { loadOnDemand } from '../../ui/on-demand.ts';
import { ClipboardToast } from './clipboard-toast.tsx';
import { createWantedFollower } from './create-wanted-follower.ts';
import { createLayout, type Layout } from './create-layout.ts';
import { createRouteGuard } from './create-route-guard.ts';
import { createShortcuts } from './create-shortcuts.ts';
import { createSignInFollower } from './create-sign-in-follower.ts';
import { loadView, MainView } from './main-view.tsx';
import { Notices } from './notices.tsx';
import { Sidebar } from './sidebar.tsx';
import styles from './shell.module.css';
import { ToldToast } from './told-toast.tsx';

type OpenDialog = 'about' | 'shortcuts' | 'palette' | null;

/** The frame of the window: sidebar and main pane, with what floats over them. */
export function Shell(): JSX.Element {
  const usher = useUsher();
  const layout = createLayout();
  const [openDialog, setOpenDialog] = createSignal<OpenDialog>(null);
  let main: HTMLElement | undefined;
  // From the first time on, since it outlives the question.
  const hasSignedOut = createMemo<boolean>((had) => had || usher.signingOut() !== null, false);

  createRouteGuard();
  createSignInFollower();
  createWantedFollower();

  /** Where a view starts: for readers, for the keyboard, and at the top of what scrolls. */
  const focusStart = (): void => {
    const start = main?.querySelector<HTMLElement>('[data-starts-here] :is(button, input)');
    (start ?? main?.querySelector('h1'))?.focus({ preventScroll: true });
    start?.scrollIntoView({ block: 'nearest' });
  };
  createEffect(
    on(
      usher.route,
      ({ view }) =>
        void loadView(view).then(() => {
          if (main !== undefined) main.scrollTop = 0;
          focusStart();
        }),
      { defer: true },
    ),
  );
  const search = (): void => void setOpenDialog('palette');
  createShortcuts({
    onHelp: () => setOpenDialog('shortcuts'),
    onSearch: search,
    onToggleSidebar: layout.toggleRail,
  });
  onMount(() => {
    main?.querySelector<HTMLElement>('[data-starts-here] button')?.focus({ preventScroll: true });
    // The others come while nothing else is to be done, so that going to one is no wait.
    requestIdleCallback(() => {
      void loadView().then(loadOnDemand);
      for (const dialog of Object.values(dialogs)) void dialog.preload();
    });
  });

  return (
    <div
      class={cx(styles.shell, styles[layout.sidebar()])}
      data-layout={layout.sidebar()}
      data-platform={usher.state.app.platform}
    >
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
      <div class={styles.grip} />
      <Show when={layout.sidebar() === 'none' && usher.state.app.isDemo}>
        <header class={styles.demo}>
          <Chip tone="info">{appText().demo}</Chip>
        </header>
      </Show>
      <Show when={layout.sidebar() === 'sheet'}>
        <TopBar layout={layout} onSearch={search} />
      </Show>
      <Show when={layout.sidebar() !== 'none'}>
        <Sidebar
          layout={layout}
          onSearch={search}
          onAbout={() => setOpenDialog('about')}
          onShortcuts={() => setOpenDialog('shortcuts')}
        />
      </Show>
      <main
        id="content"
        class={styles.main}
        inert={layout.isSheetOpen()}
        ref={(element) => (main = element)}
        onScroll={({ currentTarget }) =>
          currentTarget.toggleAttribute('data-scrolled', currentTarget.scrollTop > 0)
        }
      >
        <div class={styles.pane}>
          <Show when={layout.sidebar() === 'none'}>
            <Notices />
          </Show>
          <MainView />
        </div>
      </main>
      <div class={styles.floating} inert={layout.isSheetOpen()}>
        <ClipboardToast />
        <ToldToast />
      </div>
      <Show when={hasSignedOut()}>
        <dialogs.signOut />
      </Show>
      <dialogs.palette
        isOpen={openDialog() === 'palette'}
        onClose={() => setOpenDialog(null)}
        onCommand={setOpenDialog}
      />
      <dialogs.about isOpen={openDialog() === 'about'} onClose={() => setOpenDialog(null)} />
      <dialogs.shortcuts
        isOpen={openDialog() === 'shortcuts'}
        onClose={() => setOpenDialog(null)}
      />
    </div>
  );
}

const dialogs = {
  signOut: lazy(async () => ({
    default: (await import('../sign-out/sign-out-host.tsx')).SignOutHost,
  })),
  palette: lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette })),
  about: lazy(async () => ({ default: (await import('./about-dialog.tsx')).AboutDialog })),
  shortcuts: lazy(async () => ({
    default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
  })),
};

/** Where the window is narrow: the view's title comes into it from the view itself. */
function TopBar(props: { readonly layout: Layout; readonly onSearch: () => void }): JSX.Element {
  let menu: HTMLSpanElement | undefined;
  createEffect(
    on(
      () => props.layout.isSheetOpen(),
      (isOpen) => {
        if (!isOpen && document.activeElement === document.body) {
          menu?.querySelector('button')?.focus();
        }
      },
      { defer: true },
    ),
  );
  return (
    <>
      <div class={styles.bar} />
      <div class={styles.menu} inert={props.layout.isSheetOpen()}>
        <span ref={(element) => (menu = element)}>
          <IconButton
            label={appText().openMenu}
            icon={<MenuIcon size={16} aria-hidden="true" />}
            onClick={() => props.layout.openSheet()}
          />
        </span>
      </div>
      <div class={styles.search} inert={props.layout.isSheetOpen()}>
        <IconButton
          label={appText().search}
          icon={<Search size={16} aria-hidden="true" />}
          onClick={() => props.onSearch()}
        />
      </div>
      <Show when={props.layout.isSheetOpen()}>
        <div class={styles.scrim} onClick={() => props.layout.closeSheet()} />
      </Show>
    </>
  );
}
