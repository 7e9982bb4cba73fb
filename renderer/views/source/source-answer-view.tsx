import { For, Show, type JSX } from 'solid-js';
import type { SourceAnswer } from '../../../shared/model/source.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { SourceDeviceView } from './source-device-view.tsx';
import styles from './source-view.module.css';

interface SourceAnswerViewProps {
  readonly answer: SourceAnswer;
}

/** What the server said: the devices that are the source, how each is reached, and the token for it. */
export function SourceAnswerView(props: SourceAnswerViewProps): JSX.Element {
  return (
    <>
      <p class={styles.asked}>
        {sourceText().answerFor(
          <code class={styles.source}>{props.answer.source}</code>,
          <TimeAgo at={props.answer.askedAt} />,
        )}
      </p>
      <Show
        when={props.answer.devices.length > 0}
        fallback={
          <Card>
            <EmptyState title={sourceText().noDevices.title} detail={sourceText().noDevices.text} />
          </Card>
        }
      >
        <For each={props.answer.devices}>
          {(device, index) => (
            <SourceDeviceView
              device={device}
              secret={
                index() === 0
                  ? {
                      kind: 'source',
                      accountId: props.answer.accountId,
                      serverId: props.answer.serverId,
                    }
                  : null
              }
            />
          )}
        </For>
      </Show>
    </>
  );
}
