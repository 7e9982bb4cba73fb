import type { EventName, Events } from '../../shared/contract.ts';

export type EventListener = <Name extends EventName>(name: Name, state: Events[Name]) => void;

/** How the subjects tell their new state; the shell passes it on to the page. */
export interface EventBus {
  readonly emit: EventListener;
  /** The answer ends it. */
  subscribe(listener: EventListener): () => void;
}

export function createEventBus(): EventBus {
  const listeners = new Set<EventListener>();
  return {
    emit: (name, state) => {
      for (const listener of listeners) listener(name, state);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
