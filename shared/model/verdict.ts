import type { AppErrorCode } from '../app-error.ts';
import type { EpochMs } from './ids.ts';

/** What is known of a token. Only a clear rejection makes one `rejected`; not being able to ask is `unknown`. */
export type Verdict =
  | { readonly kind: 'valid'; readonly provedAt: EpochMs }
  | { readonly kind: 'rejected'; readonly rejectedAt: EpochMs }
  | {
      readonly kind: 'unknown';
      /** Why the last question had no answer; null when it was not asked yet. */
      readonly reason: AppErrorCode | null;
      readonly lastProvedAt: EpochMs | null;
    };
