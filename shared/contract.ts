import type { AccountDetails } from './model/account.ts';
import type { ActivityEntry } from './model/activity.ts';
import type { Command } from './model/command.ts';
import type { DestinationFormat } from './model/destination.ts';
import type { DeviceSummary } from './model/device.ts';
import type { DoctorReport } from './model/doctor-report.ts';
import type { PlexHome, SwitchedHomeUser } from './model/home.ts';
import type { Identification } from './model/identification.ts';
import type {
  AccountId,
  AppTokenId,
  DestinationId,
  TokenUseId,
  DeviceId,
  FoundTokenId,
  NoticeId,
  ServerId,
  TransientTokenId,
} from './model/ids.ts';
import type { KeptView } from './model/kept-view.ts';
import type { SignOutTicks } from './model/sign-out.ts';
import type { AddedAddress, ServerRef, TokenHoleId } from './model/server.ts';
import type { SourceAnswer } from './model/source.ts';
import type { DesktopPlace, Settings, State, StateChange, VaultState } from './model/state.ts';
import type {
  CopyOutcome,
  RevealedSecret,
  SecretRef,
  ServerCopyOutcome,
  TokenForm,
  TokenRef,
  TransientTokenSummary,
} from './model/token.ts';
import type { Result } from './result.ts';

type Nothing = Record<string, never>;

/**
 * Everything a page can ask of main: `subject.verb`, one object in, one `Result` of `output` out.
 * Main's handlers, the request schemas, the page's client and the test double are all derived from this.
 */
export interface Requests {
  'app.snapshot': { input: Nothing; output: State };

  /** Proves that the keychain keeps and gives back. May make the system ask the person to unlock it. */
  'vault.check': { input: Nothing; output: VaultState };
  /** The person's choice to go on without a keychain. */
  'vault.useSessionOnly': { input: Nothing; output: VaultState };
  /** Gives up the keychain call that waits for the person. */
  'vault.cancelWaiting': { input: Nothing; output: null };

  /** Looks at everything the vault depends on. May make the system ask the person to unlock the keychain. */
  'doctor.run': { input: Nothing; output: DoctorReport };

  /** The three ways answer at once; progress comes as `signIn`. */
  'signIn.startBrowser': { input: SignInInput; output: null };
  'signIn.openBrowserAgain': { input: Nothing; output: null };
  'signIn.startCode': { input: SignInInput; output: null };
  'signIn.submitPassword': { input: PasswordForm & SignInInput; output: null };
  /** Adds the other user who signed in, and leaves the account it was for as it is. */
  'signIn.addOther': { input: Nothing; output: null };
  /** Revokes the other user's new token at Plex; fails, and goes on holding it, when Plex can't be asked. */
  'signIn.discardOther': { input: Nothing; output: null };
  /** Ends the attempt, whatever its phase; also puts `done` and `failed` away. */
  'signIn.cancel': { input: Nothing; output: null };

  /** Begins with every account whose token is rejected; progress comes as `repair`. */
  'repair.start': { input: Nothing; output: null };
  'repair.skip': { input: { readonly accountId: AccountId }; output: null };
  /** Takes up one that was skipped. */
  'repair.takeUp': { input: { readonly accountId: AccountId }; output: null };
  /** Makes the app tokens anew that Plex rejects; progress comes as `repair`. */
  'repair.replaceApps': { input: Nothing; output: null };
  'repair.end': { input: Nothing; output: null };

  /**
   * Asks plex.tv anew for the account behind the token. `mayBeOfSignIn`: what a sign-in was answered within the last minute
   * will do.
   */
  'account.load': {
    input: { readonly accountId: AccountId; readonly mayBeOfSignIn?: boolean | undefined };
    output: AccountDetails;
  };
  /** What the person writes about the account, up to 500 characters; empty takes it away. */
  'account.setNote': {
    input: { readonly accountId: AccountId; readonly note: string };
    output: null;
  };
  /**
   * Revokes at Plex, proves it, then removes secret and entry; answers what was proved. Progress comes as
   * `signOuts`. Of a sign-out that waits, a try now.
   */
  'account.signOut': { input: { readonly accountId: AccountId }; output: SignOutTicks };
  /** Takes the account off the list; the sign-out is finished when Plex can be asked. */
  'account.signOutLater': { input: { readonly accountId: AccountId }; output: null };
  /** Removes secret and entry here only; the token stays good at Plex. */
  'account.removeLocally': { input: { readonly accountId: AccountId }; output: null };

  /** Asks plex.tv anew for the account's Authorized Devices; they come as `devices`. */
  'devices.refresh': { input: { readonly accountId: AccountId }; output: null };
  /** Answers at the end; progress and the report come as `revocations`. */
  'devices.revoke': {
    input: { readonly accountId: AccountId; readonly deviceIds: readonly DeviceId[] };
    output: null;
  };
  /** Stops after the device that is being revoked; puts a report away. */
  'devices.endRevocation': { input: { readonly accountId: AccountId }; output: null };

  /** Asks plex.tv who is in the account's Plex Home. */
  'home.load': { input: { readonly accountId: AccountId }; output: PlexHome };
  /** Gets a token of another user of the Home, which becomes an entry below the account. */
  'home.switch': { input: HomeSwitchInput; output: SwitchedHomeUser };
  /**
   * Approves the four-character code that another device shows, which gives it the whole account. Answers which device it
   * was; null when Plex's list does not tell.
   */
  'device.link': {
    input: { readonly accountId: AccountId; readonly code: string };
    output: DeviceSummary | null;
  };

  'servers.refresh': { input: { readonly accountId: AccountId }; output: null };
  /** Tries every address of one server, without a token. */
  'server.tryConnections': { input: ServerRef; output: null };
  /**
   * Whether a token may go to this server over plain http where nothing else leads there. A yes is for the person to say in
   * main's dialog.
   */
  'server.allowPlainHttp': { input: ServerRef & { readonly isAllowed: boolean }; output: null };
  /**
   * Asks an address which of the account's servers it is, without a token, and keeps it as one more of that server. What
   * nothing proves the person is asked about outside the page, which can't answer for them.
   */
  'server.addAddress': {
    input: { readonly accountId: AccountId; readonly address: string };
    output: AddedAddress;
  };
  /** Of those that the person added. */
  'server.removeAddress': { input: ServerRef & { readonly uri: string }; output: null };
  /**
   * Puts a token of the server on the clipboard. `reuse`: the one that was minted last, if the server still takes it; where
   * there is none, or it is dead, and always with `new`, one is minted. The form is for this once; left out, it is the one of
   * the settings. What is the person's to decide is not asked here: it is refused with `server.insecure` or `vault.locked`.
   */
  'server.copyToken': {
    input: ServerRef & { readonly mode: 'reuse' | 'new'; readonly form?: TokenForm };
    output: ServerCopyOutcome;
  };
  /** Whether the server is one of those that the person wants at hand: `settings.pinnedServers`. */
  'server.pin': { input: ServerRef & { readonly isPinned: boolean }; output: null };
  'server.askSource': {
    input: ServerRef & {
      readonly source: string;
      readonly refresh: boolean;
      /** A transient token of the server, to ask with in place of the access token. */
      readonly transientTokenId: TransientTokenId | null;
    };
    output: SourceAnswer;
  };

  /**
   * Finds the tokens in a pasted text, and starts asking about them; what that shows comes as `identification`.
   * A new text takes the place of the last one.
   */
  'identify.ask': { input: { readonly text: string }; output: Identification };
  /** The same with the text on the clipboard, which the page does not get to see. */
  'identify.askClipboard': { input: Nothing; output: Identification };
  /** The same with what stands in a file where an app token was written. */
  'identify.askFile': {
    input: { readonly appTokenId: AppTokenId; readonly destinationId: DestinationId };
    output: Identification;
  };
  /**
   * Has the person choose files or a folder of programs, and finds the tokens in them; what that shows comes as `adoption`.
   * Nothing is read where they choose none.
   */
  'adoption.scan': { input: { readonly what: 'files' | 'folder' }; output: null };
  /** Gives one program a token of its own in place of the one found, which the person is asked about in main. */
  'adoption.adopt': {
    input: { readonly useId: TokenUseId; readonly accountId: AccountId };
    output: null;
  };
  'adoption.forget': { input: Nothing; output: null };
  'identify.askAgain': { input: { readonly foundTokenId: FoundTokenId }; output: null };
  /** One token, or all of them. */
  'identify.forget': { input: { readonly foundTokenId: FoundTokenId | null }; output: null };
  /** Puts the account behind a found token among the accounts, with that token. */
  'identify.keep': {
    input: { readonly foundTokenId: FoundTokenId };
    output: { readonly accountId: AccountId };
  };

  /**
   * Whether these tokens are still good; what is learnt comes with the account, server or token. What the person has asked
   * for is asked at once, the rest where it is due; answers when it is known.
   */
  'verdicts.check': {
    input: { readonly tokens: readonly TokenRef[]; readonly isAsked: boolean };
    output: null;
  };

  /** Mints for the same account and server, puts that on the clipboard in the form of the settings, and forgets the old one. */
  'token.mintAnew': {
    input: { readonly tokenId: TransientTokenId };
    output: TransientTokenSummary;
  };
  'token.forget': { input: { readonly tokenId: TransientTokenId }; output: null };

  /**
   * Makes a token of its own for a program, which then stands under that name in the account's Authorized Devices. With a
   * server, its address is written beside the token.
   */
  'appToken.add': {
    input: {
      readonly accountId: AccountId;
      readonly name: string;
      readonly serverId: ServerId | null;
    };
    output: { readonly appTokenId: AppTokenId };
  };
  /**
   * Has main ask the person for the file, and whether what is there now is to be replaced; null when they thought better of
   * it. The page names the format and the key alone, never a path.
   */
  'appToken.addDestination': {
    input: {
      readonly appTokenId: AppTokenId;
      readonly format: DestinationFormat;
      readonly key: string | null;
    };
    output: { readonly destinationId: DestinationId } | null;
  };
  /** Has main ask whether what stands there now is to be replaced by the token. */
  'appToken.write': { input: DestinationRef; output: null };
  /** Takes from others the right to read the file. */
  'appToken.restrict': { input: DestinationRef; output: null };
  /** Forgets a destination; the file stays as it is. */
  'appToken.removeDestination': { input: DestinationRef; output: null };
  /** A new token, written everywhere and proved, then the old one is revoked. What stops it leaves both good. */
  'appToken.rotate': { input: { readonly appTokenId: AppTokenId }; output: null };
  /** Revokes it at Plex and proves it. `isClearing`: its destinations are emptied. */
  'appToken.remove': {
    input: { readonly appTokenId: AppTokenId; readonly isClearing: boolean };
    output: null;
  };
  /** Asks Plex about every token, and looks at every destination. */
  'appToken.refresh': { input: Nothing; output: null };

  /** In the form asked for, for this once; without one, in that of the settings. */
  'secret.copy': {
    input: { readonly secret: SecretRef; readonly form?: TokenForm };
    output: CopyOutcome;
  };
  /** The one answer that carries a secret. */
  'secret.reveal': { input: { readonly secret: SecretRef }; output: RevealedSecret };

  'clipboard.keep': { input: Nothing; output: null };
  'clipboard.clear': { input: Nothing; output: null };

  /** Remembers that this was chosen in the palette: `settings.usedCommands`. */
  'command.use': { input: { readonly command: Command }; output: null };

  /** Changes what is named; answers all of them. */
  'settings.update': { input: SettingsChange; output: Settings };
  /** Chooses anew what Usher came with. What stands for servers and accounts stays: pins, and what may go unencrypted. */
  'settings.reset': { input: Nothing; output: Settings };
  /** Whether Usher opens when the person logs in, which the system alone keeps, and where Usher's files are. */
  'desktop.read': {
    input: Nothing;
    output: {
      readonly opensAtLogin: boolean;
      readonly profileFolder: string;
      readonly hasNotices: boolean;
    };
  };
  'desktop.setOpensAtLogin': { input: { readonly opensAtLogin: boolean }; output: null };
  /** Shows one of Usher's own folders, or its licences, by the system's own program. */
  'desktop.open': { input: { readonly what: DesktopPlace }; output: null };
  /** What the window shows now: `settings.lastView`, where that is what it begins with. */
  'view.note': { input: { readonly view: KeptView }; output: null };

  /** The newest first. */
  'activity.list': { input: Nothing; output: readonly ActivityEntry[] };
  /** Asks the person where to; false when they thought better of it. */
  'activity.export': { input: { readonly format: ActivityFormat }; output: boolean };
  'activity.clear': { input: Nothing; output: null };

  'notice.dismiss': { input: { readonly noticeId: NoticeId }; output: null };
  /** Opens one of the few pages Usher knows in the system browser. */
  'link.open': { input: { readonly link: KnownLink }; output: null };
  /** Copies text that is no secret (an address, an id, a redacted record). */
  'text.copy': { input: { readonly text: string }; output: null };
}

export interface SignInInput {
  /** The account to sign in again; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

export interface DestinationRef {
  readonly appTokenId: AppTokenId;
  readonly destinationId: DestinationId;
}

export interface PasswordForm {
  readonly login: string;
  readonly password: string;
  /** Six digits, or a backup code; null when not asked for yet. */
  readonly verificationCode: string | null;
  /** Off: Plex is told so, and the token is held in memory until Usher quits, never in the keychain. */
  readonly rememberMe: boolean;
}

export interface HomeSwitchInput {
  readonly accountId: AccountId;
  readonly memberUuid: string;
  /** Four digits; null to try without. */
  readonly pin: string | null;
}

export type SettingsChange = Partial<
  Omit<
    Settings,
    | 'insecureServerIds'
    | 'insecureSince'
    | 'pinnedServers'
    | 'usedCommands'
    | 'lastView'
    | 'isBackgroundTold'
  >
>;

export type ActivityFormat = 'json' | 'csv';

export type KnownLink =
  | 'plexLink'
  | 'plexAuthorizedDevices'
  | 'plexForgotPassword'
  | 'plexServerDownload'
  | 'plexSharing'
  /** What is published about a vulnerability. */
  | TokenHoleId;

export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = Requests[Name]['input'];
export type RequestOutput<Name extends RequestName> = Requests[Name]['output'];

// A record and not a list, so that a request without its name here does not compile.
const requests: Record<RequestName, true> = {
  'app.snapshot': true,
  'vault.check': true,
  'vault.useSessionOnly': true,
  'vault.cancelWaiting': true,
  'doctor.run': true,
  'signIn.startBrowser': true,
  'signIn.openBrowserAgain': true,
  'signIn.startCode': true,
  'signIn.submitPassword': true,
  'signIn.addOther': true,
  'signIn.discardOther': true,
  'signIn.cancel': true,
  'repair.start': true,
  'repair.skip': true,
  'repair.takeUp': true,
  'repair.replaceApps': true,
  'repair.end': true,
  'account.load': true,
  'account.setNote': true,
  'account.signOut': true,
  'account.signOutLater': true,
  'account.removeLocally': true,
  'devices.refresh': true,
  'devices.revoke': true,
  'devices.endRevocation': true,
  'home.load': true,
  'home.switch': true,
  'device.link': true,
  'servers.refresh': true,
  'server.tryConnections': true,
  'server.allowPlainHttp': true,
  'server.addAddress': true,
  'server.removeAddress': true,
  'server.copyToken': true,
  'server.pin': true,
  'server.askSource': true,
  'identify.ask': true,
  'identify.askClipboard': true,
  'identify.askFile': true,
  'adoption.scan': true,
  'adoption.adopt': true,
  'adoption.forget': true,
  'identify.askAgain': true,
  'identify.forget': true,
  'identify.keep': true,
  'verdicts.check': true,
  'token.mintAnew': true,
  'token.forget': true,
  'appToken.add': true,
  'appToken.addDestination': true,
  'appToken.write': true,
  'appToken.restrict': true,
  'appToken.removeDestination': true,
  'appToken.rotate': true,
  'appToken.remove': true,
  'appToken.refresh': true,
  'secret.copy': true,
  'secret.reveal': true,
  'clipboard.keep': true,
  'clipboard.clear': true,
  'command.use': true,
  'settings.update': true,
  'settings.reset': true,
  'desktop.read': true,
  'desktop.setOpensAtLogin': true,
  'desktop.open': true,
  'view.note': true,
  'activity.list': true,
  'activity.export': true,
  'activity.clear': true,
  'notice.dismiss': true,
  'link.open': true,
  'text.copy': true,
};

/** Where a page asks and is told. Channel names are computed, never typed by hand. */
export interface Door<Name extends string> {
  readonly names: readonly Name[];
  readonly requestChannel: (name: Name) => string;
  /** The one channel that main sends on: what has changed, each time. */
  readonly changeChannel: string;
}

/** The window's. */
export const windowDoor: Door<RequestName> = {
  names: Object.keys(requests) as readonly RequestName[],
  requestChannel: (name) => `usher:request:${name}`,
  changeChannel: 'usher:state.changed',
};

/** Requests by their names, each with what goes in and what comes out. */
export type RequestTable<Table> = {
  readonly [Name in keyof Table]: { readonly input: unknown; readonly output: unknown };
};

/** What preload gives a page: two functions, limited to the known names. */
export interface Bridge<Table extends RequestTable<Table>, Change> {
  request<Name extends keyof Table>(
    name: Name,
    input: Table[Name]['input'],
  ): Promise<Result<Table[Name]['output']>>;
  /** Calls back with what is new, each time. Returns an unsubscribe function. */
  subscribe(listener: (change: Change) => void): () => void;
}

/** On the page's `window` as `usher`. */
export type UsherBridge = Bridge<Requests, StateChange>;
