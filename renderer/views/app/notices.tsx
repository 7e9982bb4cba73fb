import { For, Show, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { appText } from '../../../shared/words/app.ts';
import { noticeText } from '../../../shared/words/notices.ts';
import { Banner } from '../../ui/banner.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './notices.module.css';

/** What happened without the person asking, until it is put away. */
export function Notices(): JSX.Element {
  const usher = useUsher();
  const dismiss = createAction('notice.dismiss');
  return (
    <Show when={usher.state.notices.length > 0}>
      <section class={styles.notices} aria-label={appText().notices}>
        <For each={usher.state.notices}>
          {(notice) => (
            <Banner
              tone={noticeText(notice).tone}
              title={noticeText(notice).title}
              detail={
                <>
                  {noticeText(notice).detail} <TimeAgo at={notice.at} />
                </>
              }
              onDismiss={() => void dismiss.run({ noticeId: notice.id })}
            />
          )}
        </For>
      </section>
    </Show>
  );
}
