import { createStore, reconcile } from 'solid-js/store';
import type { DeviceId } from '../../../shared/model/ids.ts';

export interface Selection {
  /** Reactive for this one device alone. */
  readonly has: (id: DeviceId) => boolean;
  readonly set: (ids: readonly DeviceId[], isSelected: boolean) => void;
  readonly clear: () => void;
}

/** Which devices the person has chosen. */
export function createSelection(): Selection {
  const [chosen, setChosen] = createStore<Partial<Record<DeviceId, true>>>({});
  return {
    has: (id) => chosen[id] === true,
    set: (ids, isSelected) =>
      setChosen(Object.fromEntries(ids.map((id) => [id, isSelected ? true : undefined]))),
    clear: () => setChosen(reconcile({})),
  };
}
