/** A step that waits until the test lets it go on. */
export interface Gate {
  readonly pass: () => Promise<void>;
  /** Resolves when somebody waits at it. */
  readonly reached: Promise<void>;
  readonly open: () => void;
}

export function makeGate(): Gate {
  let tellReached: () => void = () => undefined;
  let open: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    reached,
    open,
    pass: () => {
      tellReached();
      return opened;
    },
  };
}
