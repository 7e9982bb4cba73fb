import type { AppErrorCode } from '../errors.ts';
import type {
  AccountId,
  AppTokenId,
  EpochMs,
  FoundTokenId,
  ServerId,
  TransientTokenId,
} from './ids.ts';
import type { JsonObject } from './account.ts';
import type { MaskedToken } from './token.ts';

/**
 * What became of the tokens in the text that was pasted last. Main holds them in memory until they are forgotten; the
 * text itself is not kept.
 */
export interface Identification {
  /** In the order they stood in. Empty when none is held. */
  readonly tokens: readonly FoundToken[];
  /** There were more, which were left alone. */
  readonly isCutOff: boolean;
  /** Until main forgets them by itself, when this was sent. */
  readonly remainingMs: number;
}

/** So long after the last text. */
export const identificationLifeMs = 10 * 60 * 1000;

export interface FoundToken {
  readonly id: FoundTokenId;
  readonly token: MaskedToken;
  readonly place: TokenPlace;
  /** Null for anything but a JWT that can be read. */
  readonly jwt: JwtFacts | null;
  readonly finding: TokenFinding;
  /** The very token of the list of those minted here, whose verdict the finding then is: it was sent nowhere. */
  readonly mintedAs: TransientTokenId | null;
  /** The app token made here that it is. */
  readonly appToken: { readonly id: AppTokenId; readonly name: string } | null;
}

/** Where in the text a token stood. Scrubbed of secrets, and shortened. */
export interface TokenPlace {
  /** The field, header, attribute or parameter; null when it stood by itself. */
  readonly field: string | null;
  /** What the record around it calls itself: the name of a device, a server, an account. */
  readonly label: string | null;
  /** The host of the address beside it. Usher does not contact it on the word of a pasted text. */
  readonly host: string | null;
}

/** What a JWT says of itself. Nobody has checked its signature. */
export interface JwtFacts {
  readonly algorithm: string | null;
  readonly keyId: string | null;
  readonly issuer: string | null;
  readonly issuedAt: EpochMs | null;
  readonly expiresAt: EpochMs | null;
  /** All of them, secrets replaced. */
  readonly claims: JsonObject;
}

/** What asking about a token showed. */
export type TokenFinding =
  /** Its turn has not come. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'asking' }
  /** A code that ties a server to an account, and no access token. Never sent anywhere. */
  | { readonly kind: 'claimCode' }
  /** What a media server gives to what runs beside it, good on that computer alone. Never sent anywhere. */
  | { readonly kind: 'localToken' }
  /** A JWT that somebody else than plex.tv made. Never sent anywhere. */
  | { readonly kind: 'notFromPlex' }
  /** plex.tv knows the account behind it. */
  | {
      readonly kind: 'account';
      readonly provedAt: EpochMs;
      readonly account: FoundAccount;
      /** The servers it opens; null when plex.tv could not be asked for them. */
      readonly servers: readonly OpenedServer[] | null;
      /** The Authorized Device whose token it is; null when none has it, or plex.tv could not be asked. */
      readonly device: FoundDevice | null;
    }
  /** A server that is known here takes it. */
  | {
      readonly kind: 'server';
      readonly provedAt: EpochMs;
      readonly server: OpenedServer;
      /** The account signed in here whose access token for the server it is. */
      readonly accessTokenOf: AccountId | null;
    }
  /** Everybody who was asked clearly said no. */
  | {
      readonly kind: 'refused';
      readonly refusedAt: EpochMs;
      /** plex.tv was among them; a transient token is never sent there. */
      readonly byPlex: boolean;
      readonly servers: readonly AskedServer[];
    }
  /** Nobody could be asked, which says nothing against it. */
  | {
      readonly kind: 'unknown';
      /** Why plex.tv could not be asked; null when it is a matter of servers alone. */
      readonly reason: AppErrorCode | null;
      readonly servers: readonly AskedServer[];
    };

export interface FoundAccount {
  readonly uuid: string;
  readonly title: string;
  readonly username: string | null;
  readonly email: string | null;
  readonly hasPlexPass: boolean | null;
  /** A managed member of a Plex Home. */
  readonly isRestricted: boolean;
  /** The same account, when it is signed in here. */
  readonly here: {
    readonly accountId: AccountId;
    /** Whether Usher holds this very token for it; null when the keychain does not say. */
    readonly isSameToken: boolean | null;
  } | null;
}

export interface OpenedServer {
  readonly id: ServerId;
  readonly name: string;
  readonly isOwned: boolean;
  readonly ownerName: string | null;
}

export interface FoundDevice {
  readonly name: string | null;
  readonly product: string | null;
  readonly platform: string | null;
  readonly lastSeenAt: EpochMs | null;
  /** A media server's own entry: with this token the server itself is signed in. */
  readonly isServer: boolean;
  /** Usher on this computer. */
  readonly isHere: boolean;
}

/** A server that was to be asked about a token, and did not take it. */
export interface AskedServer {
  readonly id: ServerId;
  readonly name: string;
  /** Null when it said no; else why it could not be asked, or why its answer says nothing. */
  readonly reason: AppErrorCode | 'server.openToAll' | null;
}
