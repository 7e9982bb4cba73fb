import { createSignal, onCleanup, type Accessor } from 'solid-js';

const shownMs = 4000;

/** True for a moment after `mark`, to say "Copied" where "Copy" was. */
export function createCopied(): {
  readonly isCopied: Accessor<boolean>;
  readonly mark: () => void;
} {
  const [isCopied, setIsCopied] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  return {
    isCopied,
    mark: () => {
      clearTimeout(timer);
      setIsCopied(true);
      timer = setTimeout(() => setIsCopied(false), shownMs);
    },
  };
}
