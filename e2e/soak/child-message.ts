import type { Fact } from './fact.ts';

/** What the process that is going to be killed says. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'approve'; readonly code: string }
  /** It goes no further: this is where it wants to be killed. */
  | { readonly kind: 'halted'; readonly step: string }
  /** The scenario is over; it had no such step. */
  | { readonly kind: 'done' };
