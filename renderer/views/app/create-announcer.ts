import { createSignal, onCleanup, untrack, type Accessor } from 'solid-js';

/** About as fast as a reader speaks by default; who listens faster waits a moment. */
const readMsPerCharacter = 60;
const leastReadMs = 1_000;
const mostReadMs = 4_000;
/** Readers say a region again only when its text changes: it is empty between two, for long enough to be noticed. */
const emptyMs = 100;
/** How long the last one still stands when it was read. */
const restMs = 3_000;
/** So that a burst is over in seconds. */
const maxWaiting = 4;

const readMs = (text: string): number =>
  Math.min(mostReadMs, Math.max(leastReadMs, text.length * readMsPerCharacter));

/**
 * What the live region says, one text after the other: each stands there long enough to be read before the next comes.
 * What waits twice is said once, where it came last. Of more than four that wait the oldest are left out, since the
 * newest tell how things are now.
 */
export function createAnnouncer(): {
  readonly text: Accessor<string>;
  readonly announce: (text: string) => void;
} {
  const [text, setText] = createSignal('');
  let waiting: readonly string[] = [];
  let isBeingRead = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const goOn = (): void => {
    clearTimeout(timer);
    const [next, ...others] = waiting;
    isBeingRead = next !== undefined;
    if (next === undefined) {
      timer = setTimeout(() => setText(''), restMs);
    } else if (text() === '') {
      waiting = others;
      setText(next);
      timer = setTimeout(goOn, readMs(next));
    } else {
      setText('');
      timer = setTimeout(goOn, emptyMs);
    }
  };

  return {
    text,
    announce: (next) => {
      waiting = [...waiting.filter((other) => other !== next), next].slice(-maxWaiting);
      // Some announce from an effect, which must not run again when the region changes.
      if (!isBeingRead) untrack(goOn);
    },
  };
}
