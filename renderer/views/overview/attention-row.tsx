import { Show, type JSX } from 'solid-js';
import { errorText } from '../../../shared/words/errors.ts';
import { noticeText } from '../../../shared/words/notices.ts';
import { overviewText } from '../../../shared/words/overview.ts';
import { createAction } from '../../state/create-action.ts';
import { repairRoute, type Route } from '../../state/route.ts';
import { useUsher, type Usher } from '../../state/use-usher.ts';
import { ToneIcon, type Tone } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import type { Attention } from './find-attention.ts';
import styles from './attention-block.module.css';

interface AttentionRowProps {
  readonly attention: Attention;
  readonly onRefresh: () => void;
  /** Its button may have gone with it. */
  readonly onGone: () => void;
}

/** One thing that needs the person: what, why, and the way on. */
export function AttentionRow(props: AttentionRowProps): JSX.Element {
  const usher = useUsher();
  const check = createAction('vault.check');
  const stopWaiting = createAction('vault.cancelWaiting');
  const dismiss = createAction('notice.dismiss');
  const leave = (): void => props.onGone();
  const acts: Acts = {
    go: (route) => usher.navigate(route),
    refresh: () => props.onRefresh(),
    check: () => void check.run({}).then(leave),
    stopWaiting: () => void stopWaiting.run({}).then(leave),
    dismiss: (noticeId) => void dismiss.run({ noticeId }).then(leave),
    askToSignOut: usher.askToSignOut,
  };
  const isBusy = () => check.isBusy() || stopWaiting.isBusy() || dismiss.isBusy();
  const row = () => describe(props.attention, usher, acts);
  return (
    <li class={cx(styles.row, row().isLong === true && styles.long)}>
      <span class={cx(styles.icon, styles[row().tone ?? 'warn'])}>
        <ToneIcon tone={row().tone ?? 'warn'} size={16} />
      </span>
      <p class={styles.words}>
        <strong class={styles.name}>
          <bdi>{row().name}</bdi>
        </strong>{' '}
        <span class={styles.text}>
          <Show when={row().whole} fallback={row().text}>
            {(whole) => (
              <>
                <span class={styles.whole}>{whole()}</span>
                <span class={styles.brief}>{row().text}</span>
              </>
            )}
          </Show>
          <Show when={row().at}>
            {(at) => (
              <>
                {' '}
                <TimeAgo at={at()} />
              </>
            )}
          </Show>
        </span>
      </p>
      <Button
        size="small"
        class={styles.action}
        isBusy={isBusy()}
        aria-label={row().actionName}
        onClick={() => row().act()}
      >
        {row().action}
      </Button>
    </li>
  );
}

interface Acts {
  readonly go: (route: Route) => void;
  readonly refresh: () => void;
  readonly check: () => void;
  readonly stopWaiting: () => void;
  readonly dismiss: (noticeId: Extract<Attention, { kind: 'notice' }>['notice']['id']) => void;
  readonly askToSignOut: Usher['askToSignOut'];
}

interface Row {
  readonly tone?: Tone;
  /** Whom or what it is about. */
  readonly name: string;
  readonly text: string;
  /** The text in full, where there is room for it. */
  readonly whole?: string;
  readonly at?: number;
  /** More than a line: its text lies below its name. */
  readonly isLong?: boolean;
  readonly action: string;
  /** The action with its object, for readers. */
  readonly actionName: string;
  readonly act: () => void;
}

function describe(attention: Attention, usher: Usher, acts: Acts): Row {
  const text = overviewText().attention;
  const row = (name: string, words: string, action: string, act: () => void): Row => ({
    name,
    text: words,
    action,
    actionName: text.actionName(action, name),
    act,
  });
  const titles = (all: readonly { readonly title: string }[]): string =>
    text.names(all.map(({ title }) => title));
  switch (attention.kind) {
    case 'undecided': {
      const { account } = attention;
      return row(account.title, text.undecided, text.decide, () => acts.go(repairRoute(account)));
    }
    case 'keychainWaiting':
      return row(text.keychain, text.keychainWaiting, text.stopWaiting, acts.stopWaiting);
    case 'keychain': {
      const { title, detail } = errorText(attention.error);
      return { ...row(title, detail, text.tryAgain, acts.check), isLong: true };
    }
    case 'signedOut': {
      const { accounts } = attention;
      const [first] = accounts;
      const go = (): void =>
        acts.go(
          first !== undefined && accounts.length === 1 ? repairRoute(first) : { view: 'repair' },
        );
      return {
        ...row(titles(accounts), text.signedOut, text.signInAgain, go),
        whole: text.signedOutWhy,
      };
    }
    case 'homeUserSignedOut': {
      const { account } = attention;
      const above = usher.state.accounts.find(({ id }) => id === account.homeOf);
      return row(account.title, text.homeUserSignedOut(above?.title ?? null), text.newToken, () =>
        acts.go(repairRoute(account)),
      );
    }
    case 'ending': {
      const { account } = attention;
      return row(account.title, text.ending, text.signInAgain, () => acts.go(repairRoute(account)));
    }
    case 'signingOut': {
      const { accountId, title, storage } = attention.signOut;
      return row(title, text.signingOut, text.viewSignOut, () =>
        acts.askToSignOut({ id: accountId, title, storage }),
      );
    }
    case 'update': {
      const { servers } = attention;
      const [first] = servers;
      const names = text.names(servers.map(({ name }) => name));
      const words =
        first !== undefined && servers.length === 1
          ? row(names, text.update, text.viewServer, () =>
              acts.go({ view: 'server', accountId: first.accountId, serverId: first.id }),
            )
          : row(names, text.update, text.viewServers, () => acts.go({ view: 'servers' }));
      return { ...words, whole: text.updateWhen };
    }
    case 'stale':
      return row(
        titles(attention.accounts),
        text.stale(errorText(attention.error).title),
        text.tryAgain,
        acts.refresh,
      );
    case 'notice': {
      const { notice } = attention;
      const { tone, title, detail } = noticeText(notice);
      const words = row(title, detail, text.dismiss, () => acts.dismiss(notice.id));
      return { ...words, tone, at: notice.at, isLong: true };
    }
  }
}
