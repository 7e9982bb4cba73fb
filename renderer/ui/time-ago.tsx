import { createMemo, type JSX } from 'solid-js';
import { formatDateTime, timeAgoText } from '../../shared/words/formats.ts';
import { createTick } from './create-tick.ts';

interface TimeAgoProps {
  readonly at: number;
  /** How it is told, where that is not by how long ago. */
  readonly words?: (at: number, now: number) => string;
}

/** When something was, with the exact time in the tooltip. It is not read out again each minute, whatever it stands in. */
export function TimeAgo(props: TimeAgoProps): JSX.Element {
  // Ages count in minutes.
  const now = createTick(Date.now, () => 10_000);
  const text = createMemo(() => (props.words ?? timeAgoText)(props.at, now()));
  return (
    <time datetime={isoText(props.at)} title={formatDateTime(props.at)} aria-live="off">
      {text()}
    </time>
  );
}

function isoText(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
