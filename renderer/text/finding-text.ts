import type { FoundToken, TokenFinding } from '../../shared/model/identification.ts';
import type { TokenKind, TransientTokenSummary } from '../../shared/model/token.ts';
import { nameWithin } from '../../shared/words/formats.ts';

export interface FindingText {
  /** What it is, in a few words. */
  readonly title: string;
  /** What that means. */
  readonly detail: string;
}

/** What became of a pasted token, in words. `minted` is the one of the list of those minted here that it is. */
export function findingText(
  { token, jwt, finding }: FoundToken,
  minted: TransientTokenSummary | null,
): FindingText {
  if (minted !== null) {
    return {
      title: `The transient token you minted for ${nameWithin(minted.serverName)}`,
      detail: `It is in the list of those minted here, and was sent nowhere for this. It has the rights of the account ${nameWithin(minted.accountName)}, on this server alone.`,
    };
  }
  switch (finding.kind) {
    case 'waiting':
      return { title: 'Waiting', detail: 'It is asked about when the tokens before it are done.' };
    case 'asking':
      return { title: 'Asking', detail: 'Plex, or your servers, are being asked about it.' };
    case 'claimCode':
      return {
        title: 'A claim code, which is no access token',
        detail:
          'It ties a new server to an account, once. Nothing can be opened with it, and Usher has sent it nowhere.',
      };
    case 'localToken':
      return {
        title: 'A local token of a media server',
        detail:
          'A server gives it to programs that run beside it. It is good for that server alone and unknown to plex.tv, so Usher has sent it nowhere.',
      };
    case 'notFromPlex':
      return {
        title: 'A JWT that Plex did not make',
        detail: `${jwt === null ? 'What is in it cannot be read' : `It says that it is from ${jwt.issuer ?? 'nobody'}`}, so Usher has sent it nowhere.`,
      };
    case 'account':
      return accountText(finding);
    case 'server':
      return {
        title: `${token.kind === 'transient' ? 'A transient token' : 'An access token'} for ${nameWithin(finding.server.name)}`,
        detail:
          token.kind === 'transient'
            ? 'The server takes it. It has the rights of the account that minted it, on this server alone.'
            : 'The server takes it; plex.tv does not. It opens this server, with the rights of one account.',
      };
    case 'refused':
      return refusedText(token.kind, finding);
    case 'unknown':
      return {
        title: 'It could not be checked',
        detail: unknownText(finding),
      };
  }
}

type Of<Kind extends TokenFinding['kind']> = Extract<TokenFinding, { kind: Kind }>;

function accountText({ account, device }: Of<'account'>): FindingText {
  const rights = 'Whoever has it can do what the account can, on plex.tv and on the servers below.';
  const title = nameWithin(account.title);
  if (account.here?.isSameToken === true) {
    return { title: `The token Usher holds for ${title}`, detail: rights };
  }
  if (device?.isServer === true) {
    return {
      title: `The token of the server ${device.name === null ? 'itself' : nameWithin(device.name)}’s own device`,
      detail: `The server itself is signed in with it, as ${title}, so Usher does not keep it as an account: that could cost the server its place at Plex. ${rights}`,
    };
  }
  return { title: `A token of the account ${title}`, detail: rights };
}

function refusedText(kind: TokenKind, { byPlex }: Of<'refused'>): FindingText {
  if (!byPlex) {
    return {
      title: 'No server known here takes it',
      detail:
        'Its 48 hours are over, or its server has restarted since; or it is for a server that is not known here.',
    };
  }
  return {
    title: 'Plex does not accept it',
    detail:
      kind === 'jwt'
        ? 'It has run out, or was revoked.'
        : 'It was revoked, or it is the access token of a server that is not known here. No server that was asked takes it either.',
  };
}

function unknownText({ reason, servers }: Of<'unknown'>): string {
  if (reason !== null) return 'Plex could not be asked. That says nothing against it.';
  return servers.length === 0
    ? 'Only the server that minted it can tell, and no server is known here. Sign in to its account first.'
    : 'Only the server that minted it can tell, and some of your servers could not be asked. That says nothing against it.';
}
