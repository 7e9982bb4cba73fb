/**
 * Why a server no longer takes a transient token whose time is not over: it was restarted (it still takes the access
 * token, and nothing else but a restart is known to end a transient one), or the account may no longer use it.
 */
export type RejectionCause = 'serverRestarted' | 'accessEnded' | 'unclear';

/**
 * Every expected failure of Usher, told apart by `code`. Plain data, so that it crosses the process border whole.
 * Words for people are written in `shared/text` alone, for every face of Usher.
 */
export type AppError = FailureByCode & {
  /**
   * What Plex or a server said of it in its own words: one line of 300 characters at most, without secrets. For people who
   * look into the matter; nothing is decided by it.
   */
  readonly details?: string;
};

type FailureByCode =
  /** No answer at all: no network, no DNS, refused, reset. */
  | { readonly code: 'network.offline' }
  | { readonly code: 'network.timeout'; readonly limitMs: number }
  /** TLS could not prove who answered. */
  | { readonly code: 'network.untrusted' }
  /** Not the certificate that the person confirmed for this address. */
  | { readonly code: 'network.otherCertificate' }
  /** Something between us and Plex answered: HTML where data was due, or a redirect. */
  | { readonly code: 'network.intercepted' }
  | { readonly code: 'plex.badCredentials' }
  | { readonly code: 'plex.codeRequired' }
  | { readonly code: 'plex.codeWrong' }
  | { readonly code: 'plex.emailRequired' }
  | { readonly code: 'plex.addressBlocked' }
  /** Plex put a page for people, such as a challenge, in the way of a sign-in by password. */
  | { readonly code: 'plex.browserRequired' }
  | { readonly code: 'plex.rateLimited'; readonly retryAfterSeconds: number | null }
  | { readonly code: 'plex.pinExpired' }
  /** A Home user's PIN: none was sent, and Plex wants one. */
  | { readonly code: 'plex.pinRequired' }
  | { readonly code: 'plex.pinWrong' }
  /** plex.tv said no in a way that has no code of its own here. */
  | { readonly code: 'plex.refused'; readonly status: number; readonly plexCode: number | null }
  | { readonly code: 'plex.unavailable'; readonly status: number }
  | { readonly code: 'plex.malformed' }
  | { readonly code: 'plex.tooLarge'; readonly limitBytes: number }
  /** plex.tv clearly rejected the account token. */
  | { readonly code: 'token.rejected' }
  /** Plex said that the token is revoked, and goes on accepting it. */
  | { readonly code: 'token.stillAccepted' }
  | { readonly code: 'token.expired' }
  /** Its server no longer takes a transient token whose time is not over. */
  | { readonly code: 'token.dead'; readonly because: RejectionCause }
  /** A media server itself is signed in with it: it is neither kept as an account's nor revoked. */
  | { readonly code: 'token.ofServer' }
  | { readonly code: 'token.notFound' }
  /** No program of that name has a token of its own. */
  | { readonly code: 'appToken.notFound' }
  /** Another program has a token under this name. */
  | { readonly code: 'appToken.nameTaken' }
  /** Empty, longer than 60 characters, or with characters that no line can hold. */
  | { readonly code: 'appToken.nameMalformed' }
  /** A Home user that was switched to has no Authorized Devices of its own. */
  | { readonly code: 'appToken.homeUser' }
  /** A program would need the access token of somebody else's server, which a token of its own is not. */
  | { readonly code: 'appToken.sharedServer' }
  /** What is held in memory alone could not be rotated or revoked after Usher quits. */
  | { readonly code: 'appToken.needsKeychain' }
  /** Plex gave a token of another user. */
  | { readonly code: 'appToken.otherUser' }
  /** This Usher or another is at work on the same app token. */
  | { readonly code: 'appToken.busy' }
  /** A destination holds something else than what was written there, and the person has not said that it may be replaced. */
  | { readonly code: 'appToken.notEverywhere'; readonly count: number }
  /** More than anybody has programs were made in a short time: a page that asks by itself. */
  | { readonly code: 'appToken.tooMany'; readonly minutesLeft: number }
  /** What was typed names no place in a file: no such format, no file, or no key. */
  | { readonly code: 'destination.malformed'; readonly trouble: 'format' | 'path' | 'key' }
  | { readonly code: 'destination.noFile' }
  /** The file has no such key. */
  | { readonly code: 'destination.noKey' }
  /** The file has the key more than once, or is several documents. */
  | { readonly code: 'destination.ambiguous' }
  /** What stands at the key is no single text: a list, a number, several lines, or a name for what stands elsewhere. */
  | { readonly code: 'destination.notReplaceable' }
  | { readonly code: 'destination.unparsable'; readonly line: number | null }
  /** There is more in the file than a token. */
  | { readonly code: 'destination.notAlone' }
  /** A folder, a pipe, or a device. */
  | { readonly code: 'destination.notRegular' }
  /** The file, or a link that leads to it, is another user's. */
  | { readonly code: 'destination.foreignOwner' }
  | { readonly code: 'destination.unreadable' }
  | { readonly code: 'destination.unwritable' }
  | { readonly code: 'destination.tooLarge' }
  /** Not UTF-8. */
  | { readonly code: 'destination.notText' }
  /** Somebody else has written the file meanwhile. */
  | { readonly code: 'destination.changed' }
  | { readonly code: 'destination.full' }
  /** The file did not keep what was written; what was there before is there again. */
  | { readonly code: 'destination.notWritten' }
  | { readonly code: 'destination.notFound' }
  /** A token is written there already, of this program or another. */
  | { readonly code: 'destination.taken' }
  | { readonly code: 'account.notFound' }
  | { readonly code: 'device.busy' }
  /** A Home PIN is four digits; what was given was not sent. */
  | { readonly code: 'home.pinMalformed' }
  | { readonly code: 'home.memberNotFound' }
  /** The account itself was named as the Home user to switch to. */
  | { readonly code: 'home.ownAccount' }
  /** A Home user gets a new token by switching, not by signing in. */
  | { readonly code: 'home.switchOnly' }
  /** What was given is no code of another device, and was not sent. */
  | { readonly code: 'link.codeMalformed'; readonly trouble: LinkCodeTrouble }
  /** Plex knows no device that waits with this code, or not any more. */
  | { readonly code: 'link.codeUnknown' }
  | { readonly code: 'server.notFound' }
  /** None of the server's addresses answered as that server. */
  | {
      readonly code: 'server.unreachable';
      readonly triedCount: number;
      /** At how many of them somebody answered whose certificate proved nothing. */
      readonly untrustedCount: number;
      /** One of these has a certificate that the person confirmed, and showed another. */
      readonly hasOtherCertificate?: boolean;
    }
  /** The server refused the account's access token; says nothing about the account token. */
  | { readonly code: 'server.rejected' }
  /** The server refused an access token that is a JWT, as plex.tv gives to an account that was signed in with one. */
  | { readonly code: 'server.jwtRefused' }
  /** The server takes the access token, and would not create a transient token for it. */
  | { readonly code: 'server.noTransientToken' }
  | { readonly code: 'server.noAccessToken' }
  | { readonly code: 'server.refused'; readonly status: number }
  /** Only plain http leads there, and the person has not said that a token may go over it. */
  | { readonly code: 'server.insecure'; readonly uri: string }
  | { readonly code: 'server.notOwner' }
  | { readonly code: 'server.tooOld'; readonly version: string; readonly neededVersion: string }
  /** What was typed is no address of a server, and nobody was asked. */
  | { readonly code: 'address.malformed'; readonly trouble: AddressTrouble }
  | {
      readonly code: 'address.noAnswer';
      readonly host: string;
      /** What was tried, each with its scheme and port. */
      readonly origins: readonly string[];
    }
  /** Something answered there, and no media server. */
  | { readonly code: 'address.notPlex'; readonly host: string }
  /** Somebody answered there, and without TLS. */
  | { readonly code: 'address.noTls'; readonly host: string }
  /** A media server answered there that is not in the account's list. */
  | { readonly code: 'address.unknownServer'; readonly host: string }
  /** The server wants encrypted connections alone, and this is none. */
  | { readonly code: 'address.httpsRequired'; readonly host: string }
  /** Plex gives the account token itself for the server, and nothing proves that this is its address. */
  | { readonly code: 'address.accountToken'; readonly host: string }
  /** Only the person could vouch for this address, and did not. */
  | { readonly code: 'address.declined'; readonly host: string }
  /** Another address is being added. */
  | { readonly code: 'address.busy' }
  /** The person has added no such address to this server. */
  | { readonly code: 'address.notFound' }
  /** The person was asked, and did not say yes. */
  | { readonly code: 'question.declined' }
  /** The person has said no so often that the page is to leave them alone. */
  | { readonly code: 'question.paused'; readonly minutesLeft: number }
  /** The person is being asked something else. */
  | { readonly code: 'question.busy' }
  /** The pasted text has no token in it. */
  | { readonly code: 'identify.nothingFound' }
  | { readonly code: 'identify.tooLong'; readonly limitCharacters: number }
  /** The found token is no longer held. */
  | { readonly code: 'identify.forgotten' }
  /** Only a token of an account can be kept as one. */
  | { readonly code: 'identify.noAccountToken' }
  | { readonly code: 'source.malformed' }
  | { readonly code: 'source.notFound' }
  /** The server takes the transient token it was asked with, but not for a source. */
  | { readonly code: 'source.transientRefused' }
  | { readonly code: 'vault.locked' }
  | { readonly code: 'vault.unavailable'; readonly reason: VaultUnavailableReason }
  | { readonly code: 'vault.timeout' }
  | { readonly code: 'vault.denied' }
  | { readonly code: 'vault.tooLong'; readonly limitBytes: number }
  /** The keychain answered, but did not keep or not give back what it was asked to. */
  | { readonly code: 'vault.failed' }
  /** The index says that there is a secret, and the keychain works and has none: another program removed it. */
  | { readonly code: 'vault.missing' }
  /** The keychain holds something else than what was stored: another program wrote over it. */
  | { readonly code: 'vault.changed' }
  | { readonly code: 'profile.readOnly' }
  | { readonly code: 'profile.full' }
  | { readonly code: 'profile.failed' }
  /** Another process of Usher is at work on the same thing. */
  | { readonly code: 'profile.busy' }
  /** Another `usher watch` looks after this profile. */
  | { readonly code: 'profile.watched' }
  /** The system refuses the lock that keeps two of Usher from writing over each other. */
  | { readonly code: 'profile.notLocked' }
  /** What locks the profile folder does not run on this system, as on a Linux with musl. */
  | { readonly code: 'profile.noLocks' }
  /** The installed Usher was started with switches that it takes from nobody. */
  | { readonly code: 'start.switchRefused'; readonly names: readonly string[] }
  | { readonly code: 'signIn.cancelled' }
  | { readonly code: 'signIn.notWaiting' }
  | { readonly code: 'browser.notOpened' }
  | { readonly code: 'clipboard.failed' }
  /** The system did as if it had cleared the clipboard, and what Usher put there is still on it. */
  | { readonly code: 'clipboard.notCleared' }
  /** A file the person asked for could not be written where they said. */
  | { readonly code: 'file.notSaved' }
  /** The system, such as its file manager or its list of what opens at login, did not do what was asked of it. */
  | { readonly code: 'desktop.failed' }
  | { readonly code: 'request.invalid' }
  /** A bug; the reference finds it in the log. */
  | { readonly code: 'internal'; readonly reference: string };

export type AppErrorCode = AppError['code'];

export type VaultUnavailableReason = 'noBus' | 'noService' | 'noCollection' | 'notSupported';

/** Why a text is no address of a server. */
export type AddressTrouble = 'empty' | 'otherScheme' | 'userName' | 'website' | 'noAddress';

/** Why a text is no four-character code of a device. */
export type LinkCodeTrouble =
  | 'empty'
  | 'tooShort'
  | 'tooLong'
  /** Something else than letters and digits. */
  | 'characters'
  /** A claim code for a media server. */
  | 'claimCode'
  | 'token';

/** The keychain works and does not have the token any more: only a new sign-in brings one. */
export const isTokenGone = ({ code }: AppError): boolean =>
  code === 'vault.missing' || code === 'vault.changed';
