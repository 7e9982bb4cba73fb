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
import { countOf, durationText, formatDateTime, listOf, nameWithin, pluralOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';
import { rejectionText, verdictReasonText } from './verdicts.ts';

const deviceName = ({ name, product }: FoundDevice): string => {
  const named = name ?? product ?? 'an unnamed device';
  return product === null || product === named
    ? nameWithin(named)
    : `${nameWithin(named)} (${nameWithin(product)})`;
};

const serversNamed = 12;

const serverName = ({ name, isOwned, ownerName }: OpenedServer): string =>
  isOwned || ownerName === null
    ? nameWithin(name)
    : `${nameWithin(name)} (shared by ${nameWithin(ownerName)})`;

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
    description: 'See what a token is, whose it is, what it unlocks, and when it expires.',
    zone: 'Paste or drop text',
    zoneDetail:
      'A token, or any text that contains one: a header, URL, command, config line, JSON, or XML.',
    clipboard: 'Use clipboard',
    clipboardHint: 'Reads the clipboard without showing it here.',
    type: 'Type or paste',
    field: 'Token or text',
    fieldHint: 'The field clears right away.',
    fieldEmpty: 'Paste something first.',
    ask: 'Identify',
    asking: 'Checking…',
    promise:
      'Usher checks tokens only with plex.tv and your own and Home servers, never with addresses in the text.',
    found: (count: number): string => countOf(count, { one: 'token found', other: 'tokens found' }),
    results: (count: number): string =>
      pluralOf(count, { one: 'Last result', other: 'Last results' }),
    cutOff: 'More tokens were found; these are the first.',
    forgottenIn: <Part>(left: Part): Around<Part> => ['In memory only · clears in ', left],
    forgetAll: 'Forget all',
    forget: 'Forget',
    more: (lastFour: string): string => `More actions for the token ending in ${lastFour}`,
    allForgotten: 'All pasted tokens are forgotten.',
    oneForgotten: 'The token is forgotten.',
    askAgain: 'Check again',
    keep: 'Add as account',
    openAccount: 'Open account',
    openServer: (server: string): string => `Open ${nameWithin(server)}`,
    signIn: 'Sign in instead',
    openTokens: 'Show in Tokens',
    openApps: 'Show in Apps',
    place: ({ field, label, host }: TokenPlace): string =>
      [
        field === null ? 'On its own' : `“${field}”`,
        ...(label === null ? [] : [nameWithin(label)]),
        ...(host === null ? [] : [`${host} (not contacted)`]),
      ].join(' · '),
    labels: {
      unlocks: 'Unlocks',
      expires: 'Expires',
      place: 'Found in',
      token: 'Token',
      email: 'Email',
      accessTokenOf: 'Belongs to',
      askedServers: 'Checked with',
    },
    unlocks: (account: string, servers: readonly OpenedServer[] | null): string => {
      const onPlex = `${nameWithin(account)} on plex.tv`;
      if (servers === null) return `${onPlex}. Its servers couldn’t be checked.`;
      const named = servers.slice(0, serversNamed).map(serverName);
      const left = servers.length - named.length;
      return listOf([onPlex, ...named, ...(left > 0 ? [`${left} more`] : [])]);
    },
    unlocksServer: (server: OpenedServer): string => serverName(server),
    accessTokenOf: (title: string): string => `${nameWithin(title)}, signed in here`,
    moreServers: (count: number): string => `and ${count} more`,
    asked: (reason: AppErrorCode | 'server.openToAll' | null): string =>
      reason === null ? 'rejected it' : (reasons[reason] ?? 'couldn’t be checked'),
    wholeAccount: 'Full account access',
    oneServer: 'Access to one server',
    rejected: 'Rejected',
    unknown: 'Not checked',
    notSent: 'Not sent',
    reason: (reason: AppErrorCode): string =>
      // As verdicts say it: the wait may be Usher's own, and then this was not asked at all.
      reason === 'plex.rateLimited' ? verdictReasonText(reason) : simpleTitle(reason),
    claims: 'What the JWT says about itself',
    claimsNote: 'Decoded, not verified: only Plex can tell whether it’s true.',
    keyId: 'Key',
    algorithm: 'Algorithm',
    told: ({ token }: FoundToken, title: string): string =>
      `Token ending in ${token.lastFour}: ${title}.`,
    keepDialog: {
      title: (title: string): string => `Add this token as ${nameWithin(title)}?`,
      warning: 'This token belongs to another device',
      shared: (device: FoundDevice | null): string =>
        device === null
          ? 'It’s shared with another app: if either signs out, both lose access.'
          : `It’s shared with ${deviceName(device)}: if either signs out, both lose access.`,
      replaces: (title: string): string =>
        `${nameWithin(title)} is already signed in. This token replaces the one Usher has, which stays valid at Plex until its device is removed.`,
      better: 'Sign in instead to give Usher its own token, which you can revoke separately.',
      anyway: 'Add anyway',
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
      return 'Plex took too long to respond';
    default:
      return 'Plex couldn’t be reached';
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

function englishFindingText(found: FoundToken, minted: TransientTokenSummary | null): FindingText {
  const text = englishTextOf(found, minted);
  if (found.appToken === null) return text;
  const name = nameWithin(found.appToken.name);
  return found.finding.kind === 'account'
    ? {
        title: `${name}’s app token`,
        detail: `Usher made it for ${name}. It has the full rights of ${nameWithin(found.finding.account.title)}.`,
      }
    : { ...text, detail: `Usher made it for ${name}. ${text.detail}` };
}

function englishTextOf(
  { token, jwt, finding }: FoundToken,
  minted: TransientTokenSummary | null,
): FindingText {
  if (minted !== null) {
    return {
      title: `Your transient token for ${nameWithin(minted.serverName)}`,
      detail: `Minted as ${nameWithin(minted.accountName)}. Usher didn’t send it anywhere.`,
    };
  }
  switch (finding.kind) {
    case 'waiting':
      return { title: 'Waiting', detail: 'Checked after the tokens before it.' };
    case 'asking':
      return { title: 'Checking…', detail: 'Usher is checking with Plex or your servers.' };
    case 'claimCode':
      return {
        title: 'Claim code, not a token',
        detail:
          'It links a new server to an account once and gives no access. Usher didn’t send it anywhere.',
      };
    case 'localToken':
      return {
        title: 'Local token of a media server',
        detail:
          'It works only for programs on the server’s own computer. Usher didn’t send it anywhere.',
      };
    case 'notFromPlex':
      return {
        title: 'JWT not issued by Plex',
        detail: `${jwt === null ? 'It can’t be read.' : `Issuer: ${jwt.issuer ?? 'none'}.`} Usher didn’t send it anywhere.`,
      };
    case 'account':
      return accountText(finding);
    case 'server':
      return token.kind === 'transient'
        ? {
            title: `Transient token for ${nameWithin(finding.server.name)}`,
            detail: 'It can do anything the account that minted it can, on this server only.',
          }
        : {
            title: `Access token for ${nameWithin(finding.server.name)}`,
            detail: 'It works on this server only, not on plex.tv.',
          };
    case 'refused':
      return refusedText(token.kind, finding);
    case 'unknown':
      return { title: 'Couldn’t be checked', detail: unknownText(finding) };
  }
}

type Of<Kind extends TokenFinding['kind']> = Extract<TokenFinding, { kind: Kind }>;

function accountText({ account, device }: Of<'account'>): FindingText {
  const title = nameWithin(account.title);
  if (account.here?.isSameToken === true) {
    return { title: `Usher’s token for ${title}`, detail: 'Usher uses it for this account.' };
  }
  if (device?.isServer === true) {
    const server = nameWithin(device.name ?? 'the server');
    return {
      title:
        device.name === null ? 'A server’s own sign-in token' : `${server}’s own sign-in token`,
      detail: `${device.name === null ? 'A server' : server} uses it to sign in as ${title}, so it can’t be added as an account.`,
    };
  }
  return {
    title: `Account token of ${title}`,
    detail:
      device === null
        ? 'The device it was given to isn’t known.'
        : device.isHere
          ? 'Given to Usher on this computer.'
          : `Given to ${deviceName(device)}.`,
  };
}

function refusedText(kind: TokenKind, { byPlex }: Of<'refused'>): FindingText {
  if (!byPlex) {
    return {
      title: 'None of your servers accept it',
      detail: 'It expired, its server restarted, or it belongs to a server Usher doesn’t know.',
    };
  }
  return {
    title: 'Plex doesn’t accept it',
    detail:
      kind === 'jwt'
        ? 'It expired or was revoked.'
        : 'It was revoked, or it belongs to a server Usher doesn’t know.',
  };
}

function unknownText({ reason, servers }: Of<'unknown'>): string {
  if (reason !== null) return 'Plex couldn’t be reached. It may still be valid.';
  return servers.length === 0
    ? 'Only the server that minted it can check it, and Usher knows no server. Sign in to its account first.'
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
      return 'About five minutes after it was created';
    case 'local':
      return 'Unknown. Its server decides.';
    case 'transient':
      return 'Within 48 hours of minting (time unknown), or when the server restarts';
    case 'jwt':
      return jwt?.expiresAt === null || jwt === null
        ? 'It doesn’t say'
        : formatDateTime(jwt.expiresAt);
    case 'classic':
      return finding.kind === 'server'
        ? 'No expiry. Ends when the server is no longer shared, or with the account.'
        : 'No expiry. Ends on sign-out, device removal, or password change.';
  }
}

/** What a token turned out to be, on one line; and which of those made here, if it is one. */
export const findingLine = wording({ en: englishFindingLine });

function englishFindingLine(
  { finding, appToken }: Pick<FoundToken, 'finding' | 'appToken'>,
  minted: TransientTokenSummary | null,
): string {
  if (appToken !== null) return `made here for ${appToken.name}, ${outcomeText(finding)}`;
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
      return 'a claim code: links a new server to an account, and gives no access';
    case 'localToken':
      return 'a local token: works only on its own server’s computer, and wasn’t sent anywhere';
    case 'notFromPlex':
      return 'a JWT not issued by Plex';
    case 'account': {
      const { account, servers, device } = finding;
      const deviceName = device?.name ?? device?.product ?? null;
      return [
        `the account ${account.title}`,
        ...(servers === null ? [] : [`unlocks ${namesOf(servers)}`]),
        ...(deviceName === null ? [] : [`signed in on ${deviceName}`]),
        ...(account.here === null ? [] : ['signed in here too']),
      ].join(', ');
    }
    case 'server':
      return `unlocks the server ${finding.server.name}`;
    case 'refused':
      return 'rejected everywhere it was checked';
    case 'unknown':
      return 'couldn’t be checked; may still be valid';
  }
}

const namesOf = (servers: readonly OpenedServer[]): string =>
  servers.length === 0 ? 'no server' : listOf(servers.map(({ name }) => name));
