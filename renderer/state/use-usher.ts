import { createContext, useContext } from 'solid-js';
import type { Usher } from './usher.ts';

export const UsherContext = createContext<Usher>();

/** The store, the typed requests and the way around the window. */
export function useUsher(): Usher {
  const usher = useContext(UsherContext);
  if (usher === undefined) throw new Error('useUsher is called outside of UsherProvider');
  return usher;
}
