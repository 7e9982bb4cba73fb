import { useContext } from 'solid-js';
import { UsherContext } from './usher-context.ts';
import type { Usher } from './usher.ts';

/** The store, the typed requests and the way around the window. */
export function useUsher(): Usher {
  const usher = useContext(UsherContext);
  if (usher === undefined) throw new Error('useUsher is called outside of UsherProvider');
  return usher;
}
