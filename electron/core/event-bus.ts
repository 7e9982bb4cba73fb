import type { StateChange } from '../../shared/model/state.ts';

export type StateListener = (change: StateChange) => void;

/** How the subjects tell what of their state is new; the shell passes it on to the page. */
export interface EventBus {
  emit(change: StateChange): void;
  /** Returns an unsubscribe function. */
  subscribe(listener: StateListener): () => void;
}

export function createEventBus(): EventBus {
  const listeners = new Set<StateListener>();
  return {
    emit: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
