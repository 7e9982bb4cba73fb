import { randomBytes, randomUUID } from 'node:crypto';

/** Makes every secret of the fake and remembers it for good, so that a test can search for leaks. */
export class SecretLedger {
  readonly #issued: IssuedSecret[] = [];

  /** A secret of the classic shape: 20 characters of `[A-Za-z0-9_-]`, all beginning with `zzFAKE`. */
  issue(kind: SecretKind): string {
    return this.record(kind, `zzFAKE${randomBytes(16).toString('base64url').slice(0, 14)}`);
  }

  /** A transient token: always `transient-` and a UUID (https://developer.plex.tv/pms/, `/security/token`). */
  issueTransient(): string {
    return this.record('transientToken', `transient-${randomUUID()}`);
  }

  /** Remembers a secret made elsewhere and returns it. */
  record(kind: SecretKind, value: string): string {
    this.#issued.push({ kind, value });
    return value;
  }

  list(): readonly IssuedSecret[] {
    return [...this.#issued];
  }
}

/** A secret the fake has handed out, or a password it knows. */
interface IssuedSecret {
  readonly kind: SecretKind;
  readonly value: string;
}

/** What a secret is. */
type SecretKind =
  | 'accountToken'
  | 'accessToken'
  | 'deviceToken'
  | 'transientToken'
  | 'claimToken'
  | 'serviceToken'
  | 'serviceSecret'
  | 'paymentToken'
  | 'pinHash'
  | 'password'
  | 'jwt';
