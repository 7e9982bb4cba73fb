import type { FoundToken } from '../../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { isoTime } from './iso-time.ts';
import { tokenJson } from './token-json.ts';

/** A token that was found in a text, in JSON, without its secret; `mintedAs` where it is one of those minted here. */
export const foundTokenJson = (
  { token, place, jwt, finding }: FoundToken,
  minted: TransientTokenSummary | null,
) => ({
  token,
  place,
  jwt:
    jwt === null
      ? null
      : { ...jwt, issuedAt: isoTime(jwt.issuedAt), expiresAt: isoTime(jwt.expiresAt) },
  mintedAs: minted === null ? null : tokenJson(minted),
  finding: {
    ...finding,
    ...('provedAt' in finding ? { provedAt: isoTime(finding.provedAt) } : {}),
    ...('refusedAt' in finding ? { refusedAt: isoTime(finding.refusedAt) } : {}),
    ...(finding.kind === 'account' && finding.device !== null
      ? { device: { ...finding.device, lastSeenAt: isoTime(finding.device.lastSeenAt) } }
      : {}),
  },
});
