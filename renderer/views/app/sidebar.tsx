import Blocks from 'lucide-solid/icons/blocks';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard';
import History from 'lucide-solid/icons/rotate-ccw-clock';
import Info from 'lucide-solid/icons/info';
import Keyboard from 'lucide-solid/icons/keyboard';
import Plus from 'lucide-solid/icons/plus';
import ScanSearch from 'lucide-solid/icons/scan-search';
import Search from 'lucide-solid/icons/search';
import Server from 'lucide-solid/icons/server';
import SettingsIcon from 'lucide-solid/icons/settings';
import Ticket from 'lucide-solid/icons/ticket';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, For, on, Show, type JSX } from 'solid-js';
import { untoldNotices } from '../../../shared/model/attention.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { appText, shortcutsText } from '../../../shared/words/app.ts';
import { numberText } from '../../../shared/words/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { GrowingList } from '../../ui/growing-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TipButton } from '../../ui/tooltip.tsx';
import { isLive } from '../tokens/is-live.ts';
import type { Layout } from './create-layout.ts';
import { moveFocus } from './move-focus.ts';
import { SidebarAccount } from './sidebar-account.tsx';
import { SidebarItem } from './sidebar-item.tsx';
import { SidebarKeychain } from './sidebar-keychain.tsx';
import { SidebarSignOut } from './sidebar-sign-out.tsx';
import styles from './sidebar.module.css';

interface SidebarProps {
  readonly layout: Layout;
  readonly onSearch: () => void;
  readonly onAbout: () => void;
  readonly onShortcuts: () => void;
}

/** Where one can go, always in the same place: the window's own pages, the accounts, and what is about Usher itself. */
export function Sidebar(props: SidebarProps): JSX.Element {
  const usher = useUsher();
  let nav: HTMLElement | undefined;
  const isRail = () => props.layout.sidebar() === 'rail';
  const isSheet = () => props.layout.sidebar() === 'sheet';

  // What lies behind it can't be reached meanwhile, so the focus stays in it.
  createEffect(
    on(
      () => props.layout.isSheetOpen(),
      (isOpen) => {
        if (!isOpen) return;
        const current = nav?.querySelector<HTMLElement>('[aria-current="page"]');
        (current ?? nav?.querySelector<HTMLElement>('[data-nav-item]'))?.focus();
      },
    ),
  );

  // Once for all rows: each would look through all the others.
  const people = createMemo(() => {
    const { accounts } = wholeOf(usher.state, 'accounts');
    const titles = new Set<string>();
    const twins = new Set<string>();
    for (const { title } of accounts) (titles.has(title) ? twins : titles).add(title);
    return { places: new Map(accounts.map(({ id }, place) => [id, place])), twins };
  });
  /** Main's own, which tells when it changes. */
  const above = ({ homeOf }: AccountSummary) => {
    const place = homeOf === null ? undefined : people().places.get(homeOf);
    return place === undefined ? undefined : usher.state.accounts[place];
  };
  const leaving = () => usher.state.signOuts.filter(({ isPutOff }) => isPutOff);
  const isWaiting = () =>
    (usher.state.signIn.kind === 'browser' || usher.state.signIn.kind === 'code') &&
    usher.state.signIn.phase !== 'failed' &&
    usher.route().view !== 'signIn';
  const addLabel = () => (isWaiting() ? appText().waitingForSignIn : appText().addAccount);

  return (
    <nav
      ref={(element) => (nav = element)}
      id="navigation"
      class={cx(
        styles.sidebar,
        isRail() && styles.rail,
        isSheet() && styles.sheet,
        props.layout.isSheetOpen() && styles.open,
      )}
      aria-label={appText().navigation}
      onKeyDown={(event) => {
        moveFocus(event);
        if (event.key === 'Escape' && props.layout.isSheetOpen()) props.layout.closeSheet();
      }}
    >
      <div class={styles.top}>
        <TipButton
          type="button"
          data-nav-item
          tip={isRail() ? appText().search : undefined}
          side="end"
          class={styles.search}
          onClick={() => props.onSearch()}
        >
          <Search size={16} aria-hidden="true" />
          <span class={styles.label}>{appText().search}</span>
          <Show when={!isRail() && !isSheet()}>
            <span class={styles.keys} aria-hidden="true">
              <For each={[shortcutsText().modifier(usher.state.app.platform), 'K']}>
                {(key) => <kbd class={styles.key}>{key}</kbd>}
              </For>
            </span>
          </Show>
        </TipButton>
        <Show when={isSheet()}>
          <IconButton
            label={appText().closeMenu}
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => props.layout.closeSheet()}
          />
        </Show>
      </div>
      <Places isRail={isRail()} />
      <div class={styles.accounts}>
        <Show when={!isRail()}>
          <header class={styles.heading}>
            <h2 class={styles.title}>{appText().accounts}</h2>
            <Show when={isWaiting()}>
              <Spinner />
            </Show>
            <IconButton
              size="tiny"
              label={addLabel()}
              icon={<Plus size={16} aria-hidden="true" />}
              onClick={() => usher.navigate({ view: 'signIn' })}
            />
          </header>
        </Show>
        <GrowingList
          class={styles.list}
          items={usher.state.accounts}
          moreLabel={appText().moreAccounts}
          rest={
            <>
              <For each={leaving()}>
                {(signOut) => <SidebarSignOut signOut={signOut} isRail={isRail()} />}
              </For>
              <Show when={isRail()}>
                <li>
                  <SidebarItem
                    isRail
                    label={addLabel()}
                    isCurrent={usher.route().view === 'signIn'}
                    icon={
                      <Show when={isWaiting()} fallback={<Plus size={16} aria-hidden="true" />}>
                        <Spinner />
                      </Show>
                    }
                    onClick={() => usher.navigate({ view: 'signIn' })}
                  />
                </li>
              </Show>
            </>
          }
        >
          {(account) => (
            <SidebarAccount
              account={account}
              above={above(account)}
              hasTwin={people().twins.has(account.title)}
              isRail={isRail()}
            />
          )}
        </GrowingList>
      </div>
      <div class={styles.foot}>
        <Show when={usher.state.app.isDemo}>
          <span class={styles.demo}>
            <Chip tone="info">{appText().demo}</Chip>
          </span>
        </Show>
        <SidebarKeychain isRail={isRail()} />
        <div class={styles.last}>
          <SidebarItem
            isRail={isRail()}
            label={appText().settings}
            isCurrent={usher.route().view === 'settings'}
            icon={<SettingsIcon size={16} aria-hidden="true" />}
            onClick={() => usher.navigate({ view: 'settings' })}
          />
          <Menu
            label={appText().help}
            triggerClass={styles.help}
            icon={<CircleHelp size={16} aria-hidden="true" />}
            items={[
              {
                label: appText().shortcuts,
                icon: <Keyboard size={16} aria-hidden="true" />,
                onSelect: () => props.onShortcuts(),
              },
              {
                label: appText().about,
                icon: <Info size={16} aria-hidden="true" />,
                onSelect: () => props.onAbout(),
              },
            ]}
          />
        </div>
      </div>
    </nav>
  );
}

/** The pages of the window, in the order of the keys that lead there. */
function Places(props: { readonly isRail: boolean }): JSX.Element {
  const usher = useUsher();
  const view = () => usher.route().view;
  const go = (route: Route) => () => usher.navigate(route);
  const serverCount = () =>
    wholeOf(usher.state, 'servers').servers.reduce(
      (count, { servers }) => count + servers.length,
      0,
    );
  const noticeCount = () => untoldNotices(usher.state).length;
  const liveCount = () => usher.state.tokens.filter(isLive).length;
  return (
    <ul class={styles.list}>
      <li>
        <SidebarItem
          isRail={props.isRail}
          label={appText().overview}
          isCurrent={view() === 'overview'}
          icon={<LayoutDashboard size={16} aria-hidden="true" />}
          {...(noticeCount() > 0 ? { more: appText().noticeCount(noticeCount()) } : {})}
          mark={
            <Show when={noticeCount() > 0}>
              <TriangleAlert
                class={cx(styles.warning)}
                size={14}
                stroke-width={2.25}
                aria-hidden="true"
              />
            </Show>
          }
          onClick={go({ view: 'overview' })}
        />
      </li>
      <li>
        <SidebarItem
          isRail={props.isRail}
          label={appText().servers}
          isCurrent={view() === 'servers' || view() === 'server'}
          icon={<Server size={16} aria-hidden="true" />}
          end={<Count of={serverCount()} />}
          onClick={go({ view: 'servers' })}
        />
      </li>
      <li>
        <SidebarItem
          isRail={props.isRail}
          label={appText().tokens}
          isCurrent={view() === 'tokens'}
          icon={<Ticket size={16} aria-hidden="true" />}
          end={<Count of={liveCount()} />}
          onClick={go({ view: 'tokens' })}
        />
      </li>
      <li>
        <SidebarItem
          isRail={props.isRail}
          label={appText().apps}
          isCurrent={view() === 'apps'}
          icon={<Blocks size={16} aria-hidden="true" />}
          end={<Count of={usher.state.appTokens.length} />}
          onClick={go({ view: 'apps' })}
        />
      </li>
      <li>
        <SidebarItem
          isRail={props.isRail}
          label={appText().identify}
          isCurrent={view() === 'identify'}
          icon={<ScanSearch size={16} aria-hidden="true" />}
          onClick={go({ view: 'identify' })}
        />
      </li>
      <li>
        <SidebarItem
          isRail={props.isRail}
          label={appText().activity}
          isCurrent={view() === 'activity'}
          icon={<History size={16} aria-hidden="true" />}
          onClick={go({ view: 'activity' })}
        />
      </li>
    </ul>
  );
}

function Count(props: { readonly of: number }): JSX.Element {
  return (
    <Show when={props.of > 0}>
      <span class={styles.count}>{numberText(props.of)}</span>
    </Show>
  );
}
