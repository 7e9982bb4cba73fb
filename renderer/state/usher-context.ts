import { createContext } from 'solid-js';
import type { Usher } from './usher.ts';

export const UsherContext = createContext<Usher>();
