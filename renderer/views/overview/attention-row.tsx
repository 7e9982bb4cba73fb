import { Show, type JSX } from 'solid-js';
import type { Attention } from '../../../shared/model/attention.ts';
import { attentionText } from '../../../shared/words/attention.ts';
import { noticeText } from '../../../shared/words/notices.ts';
import { overviewText } from '../../../shared/words/overview.ts';
import { createAction } from '../../state/create-action.ts';
import { repairRoute, type Route } from '../../state/route.ts';
import { useUsher, type Usher } from '../../state/use-usher.ts';
import { ToneIcon, type Tone } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
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
  const words = attentionText(attention, usher.state.accounts);
  const text = overviewText().attention;
  const row = (action: string, act: () => void): Row => ({
    ...words,
    action,
    actionName: text.actionName(action, words.name),
    act,
  });
  switch (attention.kind) {
    case 'undecided':
      return row(text.decide, () => acts.go(repairRoute(attention.account)));
    case 'keychainWaiting':
      return row(text.stopWaiting, acts.stopWaiting);
    case 'keychain':
      return { ...row(text.tryAgain, acts.check), isLong: true };
    case 'signedOut': {
      const { accounts } = attention;
      const [first] = accounts;
      return row(text.signInAgain, () =>
        acts.go(
          first !== undefined && accounts.length === 1 ? repairRoute(first) : { view: 'repair' },
        ),
      );
    }
    case 'homeUserSignedOut':
      return row(text.newToken, () => acts.go(repairRoute(attention.account)));
    case 'ending':
      return row(text.signInAgain, () => acts.go(repairRoute(attention.account)));
    case 'signingOut': {
      const { accountId, title, storage } = attention.signOut;
      return row(text.viewSignOut, () => acts.askToSignOut({ id: accountId, title, storage }));
    }
    case 'update': {
      const { servers } = attention;
      const [first] = servers;
      return first !== undefined && servers.length === 1
        ? row(text.viewServer, () =>
            acts.go({ view: 'server', accountId: first.accountId, serverId: first.id }),
          )
        : row(text.viewServers, () => acts.go({ view: 'servers' }));
    }
    case 'appRejected':
      return row(text.replaceApps, () => acts.go({ view: 'repair' }));
    case 'appFileChanged':
    case 'appRotationStopped':
      return row(text.viewApps, () => acts.go({ view: 'apps' }));
    case 'stale':
      return row(text.tryAgain, acts.refresh);
    case 'notice': {
      const { notice } = attention;
      return {
        ...row(text.dismiss, () => acts.dismiss(notice.id)),
        tone: noticeText(notice).tone,
        at: notice.at,
        isLong: true,
      };
    }
  }
}
