import { createSignal, onCleanup, type Accessor } from 'solid-js';

// Readers say a live region again only when its text changes; it is emptied in between.
const shownMs = 4000;

export function createAnnouncer(): {
  readonly text: Accessor<string>;
  readonly announce: (text: string) => void;
} {
  const [text, setText] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  return {
    text,
    announce: (next) => {
      clearTimeout(timer);
      setText('');
      queueMicrotask(() => setText(next));
      timer = setTimeout(() => setText(''), shownMs);
    },
  };
}
