import type { FoundToken } from '../../../shared/model/identification.ts';
import { isoTime } from './iso-time.ts';

/** A token that was found in a text, in JSON, without its secret. */
export const foundTokenJson = ({ token, place, jwt, finding }: FoundToken) => ({
  token,
  place,
  jwt:
    jwt === null
      ? null
      : { ...jwt, issuedAt: isoTime(jwt.issuedAt), expiresAt: isoTime(jwt.expiresAt) },
  finding: {
    ...finding,
    ...('provedAt' in finding ? { provedAt: isoTime(finding.provedAt) } : {}),
    ...('refusedAt' in finding ? { refusedAt: isoTime(finding.refusedAt) } : {}),
    ...(finding.kind === 'account' && finding.device !== null
      ? { device: { ...finding.device, lastSeenAt: isoTime(finding.device.lastSeenAt) } }
      : {}),
  },
});
