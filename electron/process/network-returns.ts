/** Tells from one look at the network to the next whether it has come back meanwhile. */
export interface NetworkReturns {
  /** True when there is a network, and at the last look there was none. */
  look(): boolean;
  /** The computer woke up: what was seen before it went to sleep is of no worth. */
  wakeUp(): void;
}

export function createNetworkReturns(isOnline: () => boolean): NetworkReturns {
  let wasOnline = isOnline();
  return {
    look: () => {
      const before = wasOnline;
      wasOnline = isOnline();
      return wasOnline && !before;
    },
    wakeUp: () => {
      wasOnline = false;
    },
  };
}
