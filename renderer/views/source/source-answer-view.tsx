import SearchX from 'lucide-solid/icons/search-x';
import { For, Show, type JSX } from 'solid-js';
import type { SourceAnswer } from '../../../shared/model/source.ts';
import { sourceDeviceNames, sourceText } from '../../../shared/words/sources.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { SourceDeviceView } from './source-device-view.tsx';
import styles from './source-fold.module.css';

interface SourceAnswerViewProps {
  readonly answer: SourceAnswer;
}

/** What the server said: the devices that are the source, how each is reached, and its token. */
export function SourceAnswerView(props: SourceAnswerViewProps): JSX.Element {
  const names = () => sourceDeviceNames(props.answer.devices);
  return (
    <>
      <div>
        <p class={styles.asked}>
          {sourceText().answerFor(
            <code class={styles.source}>{props.answer.source}</code>,
            <TimeAgo at={props.answer.askedAt} />,
          )}
        </p>
        <Show when={props.answer.devices.some(({ token }) => token !== null)}>
          <p class={styles.note}>{sourceText().tokensNote}</p>
        </Show>
      </div>
      <For each={props.answer.devices} fallback={<NoDevices />}>
        {(device, index) => <SourceDeviceView device={device} name={names()[index()] ?? ''} />}
      </For>
    </>
  );
}

/** The server answered, and knows nothing of it: no mistake. */
export function NoDevices(): JSX.Element {
  return (
    <div class={styles.none} role="status">
      <span class={styles.tile}>
        <SearchX size={16} aria-hidden="true" />
      </span>
      <div>
        <p class={styles.noneTitle}>{sourceText().noDevices.title}</p>
        <p class={styles.note}>{sourceText().noDevices.text}</p>
      </div>
    </div>
  );
}
