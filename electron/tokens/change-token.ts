import type { TransientTokenId } from '../../shared/model/ids.ts';
import type { IndexContent, TransientTokenEntry } from '../storage/profile/index-content.ts';

/** Changes the entry of one token, if it is there. */
export const changeToken =
  (tokenId: TransientTokenId, changed: (entry: TransientTokenEntry) => TransientTokenEntry) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    transientTokens: content.transientTokens.map((one) =>
      one.id === tokenId ? changed(one) : one,
    ),
  });
