import ShieldAlert from 'lucide-solid/icons/shield-alert';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import Shield from 'lucide-solid/icons/shield';
import ShieldOff from 'lucide-solid/icons/shield-off';
import { createEffect, Match, on, Switch, type JSX } from 'solid-js';
import type { State } from '../../../shared/model/state.ts';
import { useUsher } from '../../state/use-usher.ts';
import { appText, keychainStateText } from '../../../shared/words/app.ts';
import { vaultText } from '../../../shared/words/vault.ts';
import { cx } from '../../ui/cx.ts';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';

/** How the keychain is, in a word; the way to what it needs. */
export function SidebarKeychain(props: { readonly isRail: boolean }): JSX.Element {
  const usher = useUsher();
  const state = () => keychainState(usher.state);
  createEffect(
    on(
      () => usher.state.vaultActivity.isWaiting,
      (isWaiting) => {
        if (isWaiting) usher.announce(vaultText().waitingTitle);
      },
    ),
  );
  const word = () => keychainStateText()[state()];
  return (
    <SidebarItem
      isRail={props.isRail}
      class={styles.keychain}
      label={appText().keychain}
      {...(props.isRail ? { more: word() } : {})}
      isCurrent={usher.route().view === 'doctor'}
      icon={
        <Switch fallback={<ShieldAlert class={cx(styles.warning)} size={16} aria-hidden="true" />}>
          <Match when={state() === 'ready'}>
            <ShieldCheck class={cx(styles.good)} size={16} aria-hidden="true" />
          </Match>
          <Match when={state() === 'unknown'}>
            <Shield size={16} aria-hidden="true" />
          </Match>
          <Match when={state() === 'sessionOnly'}>
            <ShieldOff size={16} aria-hidden="true" />
          </Match>
        </Switch>
      }
      end={<span class={styles.count}>{word()}</span>}
      onClick={() => usher.navigate({ view: 'doctor' })}
    />
  );
}

/** How the keychain is, for its word. */
export function keychainState({
  vault,
  vaultActivity,
}: Pick<State, 'vault' | 'vaultActivity'>): keyof ReturnType<typeof keychainStateText> {
  if (vaultActivity.isWaiting) return 'waiting';
  if (vault.kind !== 'unusable') return vault.kind;
  return vault.error.code === 'vault.locked' ? 'locked' : 'unusable';
}
