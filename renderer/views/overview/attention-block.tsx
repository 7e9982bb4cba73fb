import CircleCheck from 'lucide-solid/icons/circle-check';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { attentionParts, findAttention, type Attention } from '../../../shared/model/attention.ts';
import { overviewText } from '../../../shared/words/overview.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { cx } from '../../ui/cx.ts';
import { animateRows } from '../../ui/motion.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { AttentionRow } from './attention-row.tsx';
import { Block } from '../../ui/block.tsx';
import styles from './attention-block.module.css';

/** What is wrong anywhere, said once, each thing with its one action. */
export function AttentionBlock(props: { readonly onRefresh: () => void }): JSX.Element {
  const usher = useUsher();
  let block: HTMLDivElement | undefined;
  const found = createMemo(() => findAttention(wholeOf(usher.state, ...attentionParts)));
  // A row keeps its element, and with it the focus, as long as the same thing is wrong.
  const keys = createMemo<readonly string[]>((before = []) => {
    const now = found().map(keyOf);
    return now.join() === before.join() ? before : now;
  });
  const byKey = (key: string) => found().find((each) => keyOf(each) === key);
  const leave = (): void => {
    // Who pressed a button that went with its row goes on at the heading.
    queueMicrotask(() => {
      if (document.activeElement === document.body) {
        block?.closest('section')?.querySelector('h2')?.focus();
      }
    });
  };
  return (
    <Block title={overviewText().attention.title} count={found().length}>
      <div ref={(element) => (block = element)}>
        <Show when={found().length > 0} fallback={<Nothing />}>
          <ul ref={animateRows}>
            <For each={keys()}>
              {(key) => (
                <Show when={byKey(key)}>
                  {(attention) => (
                    <AttentionRow
                      attention={attention()}
                      onRefresh={() => props.onRefresh()}
                      onGone={leave}
                    />
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Block>
  );
}

function Nothing(): JSX.Element {
  const usher = useUsher();
  /** When all of it was known; null while some of it never was. */
  const checkedAt = createMemo(() => {
    const { accounts, servers } = wholeOf(usher.state, 'accounts', 'servers');
    const byAccount = new Map(servers.map((list) => [list.accountId, list.refreshedAt]));
    const times = accounts.map(({ id }) => byAccount.get(id) ?? null);
    return times.includes(null) ? null : Math.min(...times.filter((time) => time !== null));
  });
  return (
    <div class={styles.nothing}>
      <CircleCheck class={cx(styles.good)} size={16} aria-hidden="true" />
      <p>
        <Show when={checkedAt()} fallback={overviewText().attention.nothing}>
          {(at) =>
            overviewText().attention.checked<JSX.Element>(
              usher.state.accounts.length,
              <TimeAgo at={at()} />,
            )
          }
        </Show>
      </p>
    </div>
  );
}

function keyOf(attention: Attention): string {
  switch (attention.kind) {
    case 'undecided':
    case 'homeUserSignedOut':
    case 'ending':
      return `${attention.kind} ${attention.account.id}`;
    case 'signingOut':
      return `${attention.kind} ${attention.signOut.accountId}`;
    case 'stale':
      return `${attention.kind} ${attention.error.code}`;
    case 'notice':
      return `${attention.kind} ${attention.notice.id}`;
    case 'keychainWaiting':
    case 'keychain':
    case 'signedOut':
    case 'update':
    case 'appRejected':
    case 'appFileChanged':
    case 'appRotationStopped':
      return attention.kind;
  }
}
