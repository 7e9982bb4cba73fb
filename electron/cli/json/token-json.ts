import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { isoTime } from './iso-time.ts';
import { verdictJson } from './verdict-json.ts';

/** A transient token in JSON, without its secret. */
export const tokenJson = (token: TransientTokenSummary) => ({
  id: token.id,
  lastFour: token.token.lastFour,
  server: token.serverName,
  machineIdentifier: token.serverId,
  account: token.accountName,
  accountId: token.accountId,
  verdict: verdictJson(token.verdict),
  mintedAt: isoTime(token.mintedAt),
  expiresAt: isoTime(token.expiresAt),
});
