import type { AppErrorCode } from '../errors.ts';
import type {
  FoundDevice,
  FoundToken,
  OpenedServer,
  TokenFinding,
  TokenPlace,
} from '../model/identification.ts';
import type { TokenKind, TransientTokenSummary } from '../model/token.ts';
import { errorText } from './errors.ts';
import { countOf, durationText, formatDateTime, nameWithin } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';
import { rejectionText, verdictReasonText } from './verdicts.ts';

const deviceName = ({ name, product }: FoundDevice): string => {
  const named = name ?? product ?? 'an unnamed device';
  return product === null || product === named
    ? nameWithin(named)
    : `${nameWithin(named)} (${nameWithin(product)})`;
};

const reasons: { readonly [Code in AppErrorCode | 'server.openToAll']?: string } = {
  'server.openToAll': 'accepts anyone',
  'server.unreachable': 'couldn’t be reached',
  'server.insecure': 'only reachable without encryption, which you haven’t allowed',
  'network.timeout': 'timed out',
};

/** Words for telling what a pasted token is. */
export const identifyText = catalogue({
  en: {
    title: 'Identify',
    description:
      'Paste a token or any text that contains one: a header, URL, command, config line, JSON, or XML.',
    field: 'Token or text',
    fieldHint:
      'Usher checks it only with plex.tv and your own and Home servers, never with addresses in the text. The field clears right away.',
    fieldEmpty: 'Paste something first.',
    ask: 'Identify',
    asking: 'Checking…',
    clipboard: 'Use clipboard',
    clipboardHint: 'Reads the clipboard without showing it here.',
    found: (count: number): string => countOf(count, { one: 'token found', other: 'tokens found' }),
    cutOff: 'More tokens were found; these are the first.',
    forgottenIn: <Part>(left: Part): Around<Part> => ['In memory only · clears in ', left],
    forgetAll: 'Forget all',
    forget: 'Forget',
    forgetLabel: (lastFour: string): string => `Forget token ending in ${lastFour}`,
    allForgotten: 'All pasted tokens are forgotten.',
    oneForgotten: 'The token is forgotten.',
    askAgain: 'Ask again',
    keep: 'Add as account',
    openAccount: 'Open account',
    signIn: 'Sign in instead',
    openTokens: 'Show in the list',
    place: ({ field, label, host }: TokenPlace): string =>
      [
        field === null ? 'By itself' : `In “${field}”`,
        ...(label === null ? [] : [`of ${nameWithin(label)}`]),
        ...(host === null ? [] : [`at ${host}, which was not contacted`]),
      ].join(' '),
    labels: {
      place: 'Found',
      account: 'Account',
      email: 'Email',
      device: 'Given to',
      servers: 'Opens',
      accessTokenOf: 'Belongs to',
      ends: 'Ends',
      mintedFor: 'Minted for',
      mintedAt: 'Minted',
      askedServers: 'Asked',
    },
    accessTokenOf: (title: string): string => `The account ${nameWithin(title)}, signed in here`,
    device: (device: FoundDevice): string =>
      `${deviceName(device)}${device.isHere ? ', which is Usher on this computer' : ''}`,
    noDevice: 'No device in the account’s list',
    serversUnknown: 'Plex could not be asked for its servers',
    noServers: 'No server',
    moreServers: (count: number): string => `and ${count} more`,
    sharedBy: (owner: string): string => `shared by ${nameWithin(owner)}`,
    asked: (reason: AppErrorCode | 'server.openToAll' | null): string =>
      reason === null ? 'rejected it' : (reasons[reason] ?? 'couldn’t be checked'),
    valid: 'Valid',
    rejected: 'Rejected',
    unknown: 'Can’t be checked',
    notSent: 'Not sent',
    isAsking: 'Asking',
    reason: (reason: AppErrorCode): string =>
      // As verdicts say it: the wait may be Usher's own, and then this was not asked at all.
      reason === 'plex.rateLimited' ? verdictReasonText(reason) : simpleTitle(reason),
    claims: 'What the JWT says of itself',
    claimsNote: 'Decoded, not verified: only Plex can tell whether it is true.',
    keyId: 'Key',
    algorithm: 'Algorithm',
    told: ({ token }: FoundToken, title: string): string =>
      `Token ending in ${token.lastFour}: ${title}.`,
    keepDialog: {
      title: (title: string): string => `Add this token as ${nameWithin(title)}?`,
      belongsTo: (device: FoundDevice | null): string =>
        device === null
          ? 'It’s shared with another app: if either signs out, both lose access.'
          : `This token was given to ${deviceName(device)}. It’s shared with that device: if either signs out, both lose access.`,
      replaces: (title: string): string =>
        `${nameWithin(title)} is already signed in. This token replaces the one Usher has, which stays valid at Plex until its device is removed.`,
      better: 'Sign in instead to give Usher its own token, which you can revoke separately.',
    },
  },
});

/** The sentence for a failure to ask, of which only the code is known. */
const simpleTitle = (code: AppErrorCode): string => {
  switch (code) {
    case 'network.offline':
    case 'network.untrusted':
    case 'network.otherCertificate':
    case 'network.intercepted':
    case 'plex.malformed':
    case 'server.notFound':
      return errorText({ code }).title;
    case 'network.timeout':
      return 'Plex did not answer in time';
    default:
      return 'Plex could not be asked';
  }
};

export interface FindingText {
  /** What it is, in a few words. */
  readonly title: string;
  /** What that means. */
  readonly detail: string;
}

/** What became of a pasted token, in words. `minted` is the one of the list of those minted here that it is. */
export const findingText = wording({ en: englishFindingText });

function englishFindingText(
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
        title: 'Claim code, not a token',
        detail:
          'It links a new server to an account once and gives no access. Usher didn’t send it anywhere.',
      };
    case 'localToken':
      return {
        title: 'A local token of a media server',
        detail:
          'A server gives it to programs that run beside it. It is good for that server alone and unknown to plex.tv, so Usher has sent it nowhere.',
      };
    case 'notFromPlex':
      return {
        title: 'JWT not issued by Plex',
        detail: `${jwt === null ? 'It can’t be read.' : `Issuer: ${jwt.issuer ?? 'none'}.`} Usher didn’t send it anywhere.`,
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
      title: 'None of your servers accept it',
      detail: 'It expired, its server restarted, or it belongs to a server Usher doesn’t know.',
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
  if (reason !== null) return 'Plex couldn’t be reached. It may still be valid.';
  return servers.length === 0
    ? 'Only the server that minted it can tell, and no server is known here. Sign in to its account first.'
    : 'Only the server that minted it can check it, and some of your servers didn’t respond. It may still be valid.';
}

/** When a token ends, as far as anybody can tell (https://developer.plex.tv/pms/, and what is known of classic tokens). */
export const tokenEndText = wording({ en: englishTokenEndText });

function englishTokenEndText(
  { token, jwt, finding }: FoundToken,
  minted: TransientTokenSummary | null,
): string {
  if (minted !== null) {
    const { verdict, expiresAt } = minted;
    return verdict.kind === 'rejected'
      ? rejectionText()[verdict.because ?? 'unclear']
      : `${formatDateTime(expiresAt)}, or when the server restarts`;
  }
  switch (token.kind) {
    case 'claim':
      return 'About five minutes after it was made';
    case 'local':
      return 'Not known: its server alone decides';
    case 'transient':
      return 'Within 48 hours of minting (time unknown), or when the server restarts';
    case 'jwt':
      return jwt?.expiresAt === null || jwt === null
        ? 'It does not say'
        : formatDateTime(jwt.expiresAt);
    case 'classic':
      return finding.kind === 'server'
        ? 'No stated end: when the server is no longer shared, or with the account'
        : 'No expiry. Ends on sign-out, device removal, or password change.';
  }
}

/** What a token turned out to be, on one line; and which of those minted here, if it is one. */
export const findingLine = wording({ en: englishFindingLine });

function englishFindingLine(finding: TokenFinding, minted: TransientTokenSummary | null): string {
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
      return 'not checked';
    case 'claimCode':
      return 'a claim code: it ties a server to an account, and opens nothing';
    case 'localToken':
      return 'a local token: good for its own server alone, and not sent anywhere';
    case 'notFromPlex':
      return 'a JWT not issued by Plex';
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
      return 'rejected everywhere it was checked';
    case 'unknown':
      return 'couldn’t be checked; may still be valid';
  }
}

const namesOf = (servers: readonly OpenedServer[]): string =>
  servers.length === 0 ? 'no server' : servers.map(({ name }) => name).join(' and ');
