import type { SecretKind } from './secret-kind.ts';

/** A secret the fake has handed out, or a password it knows. */
export interface IssuedSecret {
  readonly kind: SecretKind;
  readonly value: string;
}
