import type { OpenedServer, TokenFinding } from '../../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { durationText } from '../../../shared/words/formats.ts';

/** What a token turned out to be, on one line; and which of those minted here, if it is one. */
export function findingText(finding: TokenFinding, minted: TransientTokenSummary | null): string {
  if (minted === null) return outcomeText(finding);
  const { serverName, accountName, remainingMs } = minted;
  return [
    `minted here for ${serverName} as ${accountName}`,
    remainingMs === 0 ? 'expired' : `ends in ${durationText(remainingMs)}`,
    outcomeText(finding),
  ].join(', ');
}

function outcomeText(finding: TokenFinding): string {
  switch (finding.kind) {
    case 'waiting':
    case 'asking':
      return 'not asked about';
    case 'claimCode':
      return 'a claim code: it ties a server to an account, and opens nothing';
    case 'localToken':
      return 'a local token: good for its own server alone, and not sent anywhere';
    case 'notFromPlex':
      return 'a JWT of somebody else than plex.tv';
    case 'account': {
      const { account, servers, device } = finding;
      const deviceName = device?.name ?? device?.product ?? null;
      return [
        `the account ${account.title}`,
        ...(servers === null ? [] : [`opens ${namesOf(servers)}`]),
        ...(deviceName === null ? [] : [`signed in on ${deviceName}`]),
        ...(account.here === null ? [] : ['signed in here too']),
      ].join(', ');
    }
    case 'server':
      return `opens the server ${finding.server.name}`;
    case 'refused':
      return 'refused by everybody who was asked';
    case 'unknown':
      return 'nobody could be asked, which says nothing against it';
  }
}

const namesOf = (servers: readonly OpenedServer[]): string =>
  servers.length === 0 ? 'no server' : servers.map(({ name }) => name).join(' and ');
