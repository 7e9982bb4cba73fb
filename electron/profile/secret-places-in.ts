import type { SecretStorage } from '../../shared/model/token.ts';
import type { IndexContent } from './index-content.ts';

export interface SecretPlace {
  readonly secretKey: string;
  readonly storage: SecretStorage;
  readonly lastFour: string;
}

/** Where the secrets are that entries of the index name. */
export const secretPlacesIn = (content: IndexContent): readonly SecretPlace[] => [
  ...content.accounts,
  ...content.transientTokens,
  ...content.waitingSignOuts,
  ...content.pendingPins,
];
