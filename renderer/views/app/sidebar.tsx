import CirclePlus from 'lucide-solid/icons/circle-plus';
import Info from 'lucide-solid/icons/info';
import Keyboard from 'lucide-solid/icons/keyboard';
import History from 'lucide-solid/icons/scroll-text';
import KeyRound from 'lucide-solid/icons/key-round';
import MenuIcon from 'lucide-solid/icons/menu';
import ScanSearch from 'lucide-solid/icons/scan-search';
import SettingsIcon from 'lucide-solid/icons/settings';
import Vault from 'lucide-solid/icons/vault';
import Wrench from 'lucide-solid/icons/wrench';
import X from 'lucide-solid/icons/x';
import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { appText } from '../../../shared/words/app.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Logo } from './logo.tsx';
import { moveFocus } from './move-focus.ts';
import { SidebarAccount } from './sidebar-account.tsx';
import { SidebarSignOut } from './sidebar-sign-out.tsx';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';

interface SidebarProps {
  readonly onAbout: () => void;
  readonly onShortcuts: () => void;
}

/** Accounts, transient tokens and what is about the window itself. A bar with a menu where it is narrow. */
export function Sidebar(props: SidebarProps): JSX.Element {
  const usher = useUsher();
  const [isOpen, setIsOpen] = createSignal(false);
  let toggle: HTMLButtonElement | undefined;

  createEffect(on(usher.route, () => setIsOpen(false), { defer: true }));

  const liveCount = () =>
    usher.state.tokens.filter(
      ({ remainingMs, verdict }) => remainingMs > 0 && verdict.kind !== 'rejected',
    ).length;
  const repairCount = () =>
    usher.state.accounts.filter(
      ({ verdict, homeOf }) => verdict.kind === 'rejected' && homeOf === null,
    ).length;
  const leaving = () => usher.state.signOuts.filter(({ isPutOff }) => isPutOff);
  const isWaiting = () =>
    (usher.state.signIn.kind === 'browser' || usher.state.signIn.kind === 'code') &&
    usher.state.signIn.phase !== 'failed';

  return (
    <div
      class={cx(styles.sidebar, isOpen() && styles.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen()) return;
        setIsOpen(false);
        toggle?.focus();
      }}
    >
      <header class={styles.top}>
        <Logo />
        <span class={styles.name}>{appText().name}</span>
        <Show when={usher.state.app.isDemo}>
          <Chip tone="info" title={appText().demoDetail}>
            {appText().demo}
          </Chip>
        </Show>
        <button
          type="button"
          class={styles.toggle}
          aria-expanded={isOpen()}
          aria-controls="navigation"
          aria-label={isOpen() ? appText().closeMenu : appText().openMenu}
          ref={(element) => (toggle = element)}
          onClick={() => setIsOpen((was) => !was)}
        >
          <Show when={isOpen()} fallback={<MenuIcon size={18} aria-hidden="true" />}>
            <X size={18} aria-hidden="true" />
          </Show>
        </button>
      </header>
      <nav
        id="navigation"
        class={styles.nav}
        aria-label={appText().navigation}
        onKeyDown={(event) => moveFocus(event)}
      >
        <ul class={styles.list}>
          <For each={usher.state.accounts}>{(account) => <SidebarAccount account={account} />}</For>
          <For each={leaving()}>{(signOut) => <SidebarSignOut signOut={signOut} />}</For>
          <Show when={repairCount() > 0}>
            <li>
              <SidebarItem
                route={{ view: 'repair' }}
                isCurrent={usher.route().view === 'repair'}
                icon={<Wrench size={16} aria-hidden="true" />}
                label={appText().repairAccounts}
                end={<span class={styles.count}>{repairCount()}</span>}
              />
            </li>
          </Show>
          <li>
            <SidebarItem
              route={{ view: 'signIn' }}
              isCurrent={usher.route().view === 'signIn'}
              icon={<CirclePlus size={16} aria-hidden="true" />}
              label={appText().addAccount}
              end={
                <Show when={isWaiting() && usher.route().view !== 'signIn'}>
                  <Spinner />
                  <VisuallyHidden>{appText().waitingForSignIn}</VisuallyHidden>
                </Show>
              }
            />
          </li>
        </ul>
        <ul class={cx(styles.list, styles.lower)}>
          <li>
            <SidebarItem
              route={{ view: 'tokens' }}
              isCurrent={usher.route().view === 'tokens'}
              icon={<KeyRound size={16} aria-hidden="true" />}
              label={appText().transientTokens}
              end={
                <Show when={liveCount() > 0}>
                  <span class={styles.count} aria-hidden="true">
                    {liveCount()}
                  </span>
                  <VisuallyHidden>{appText().tokenCount(liveCount())}</VisuallyHidden>
                </Show>
              }
            />
          </li>
          <li>
            <SidebarItem
              route={{ view: 'identify' }}
              isCurrent={usher.route().view === 'identify'}
              icon={<ScanSearch size={16} aria-hidden="true" />}
              label={appText().identify}
            />
          </li>
          <li>
            <SidebarItem
              route={{ view: 'activity' }}
              isCurrent={usher.route().view === 'activity'}
              icon={<History size={16} aria-hidden="true" />}
              label={appText().activity}
            />
          </li>
          <li>
            <SidebarItem
              route={{ view: 'doctor' }}
              isCurrent={usher.route().view === 'doctor'}
              icon={<Vault size={16} aria-hidden="true" />}
              label={appText().keychain}
            />
          </li>
          <li>
            <SidebarItem
              route={{ view: 'settings' }}
              isCurrent={usher.route().view === 'settings'}
              icon={<SettingsIcon size={16} aria-hidden="true" />}
              label={appText().settings}
            />
          </li>
        </ul>
        <div class={styles.foot}>
          <IconButton
            size="small"
            label={appText().shortcuts}
            icon={<Keyboard size={16} aria-hidden="true" />}
            onClick={() => props.onShortcuts()}
          />
          <IconButton
            size="small"
            label={appText().about}
            icon={<Info size={16} aria-hidden="true" />}
            onClick={() => props.onAbout()}
          />
        </div>
      </nav>
    </div>
  );
}
