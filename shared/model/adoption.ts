import type { AppErrorCode } from '../errors.ts';
import type { Destination } from './destination.ts';
import type { FoundToken } from './identification.ts';
import type { AccountId, TokenUseId } from './ids.ts';

/**
 * What the config files that were looked at last hold: whose tokens, and which programs use them. Main holds the tokens in
 * memory until they are forgotten.
 */
export interface Adoption {
  /** Whether files were looked at since all was forgotten, also where nothing was found. */
  readonly isScanned: boolean;
  /** Each once, in the order of the files. */
  readonly tokens: readonly AdoptableToken[];
  readonly elsewhere: readonly KeptElsewhere[];
  readonly unread: readonly UnreadFile[];
  /** There were more files or tokens, which were left alone. */
  readonly isCutOff: boolean;
  /** Until main forgets the tokens by itself, when this was sent. */
  readonly remainingMs: number;
}

/** Nothing was scanned, or everything is forgotten. */
export const noAdoption: Adoption = {
  ...{ isScanned: false, tokens: [], elsewhere: [], unread: [], isCutOff: false, remainingMs: 0 },
};

export interface AdoptableToken {
  readonly found: FoundToken;
  /** A media server is signed in with it: revoked, that server would be out of its account. */
  readonly isServersOwn: boolean;
  /** Usher is signed in with it. */
  readonly isUshersOwn: boolean;
  /** One of each program. */
  readonly uses: readonly TokenUse[];
}

/** A token in the files of one program, which are to have an app token of their own together. */
export interface TokenUse {
  readonly id: TokenUseId;
  /** What the app token is to be called. */
  readonly appName: string;
  /** Null for a program nobody has told Usher of. */
  readonly program: ConfigProgram | null;
  readonly places: readonly FoundPlace[];
  readonly offer: AdoptionOffer;
}

export interface ConfigProgram {
  readonly name: string;
  /** Its documentation of the file. */
  readonly source: string;
  readonly restart: ProgramRestart;
}

/** How a program comes to know a new token. */
export type ProgramRestart =
  /** It reads the file each time it runs. */
  | 'nextRun'
  | 'restart'
  /** It writes over the file when it quits. */
  | 'stopBefore'
  /** Its container is made anew. */
  | 'recreate';

export interface FoundPlace {
  readonly destination: Destination;
  /** Why the token can't be replaced there; null where it can. */
  readonly trouble: AppErrorCode | null;
}

export type AdoptionOffer =
  /** Of the account the token is of; null where the person is to say of which. */
  | { readonly kind: 'offered'; readonly accountId: AccountId | null }
  /** The files hold an app token that is kept there. */
  | { readonly kind: 'isAppToken' }
  /** Whose it is could not be asked. */
  | { readonly kind: 'unchecked' }
  /** A claim code, or nothing of Plex's. */
  | { readonly kind: 'noToken' }
  /** It can't be replaced in any of the files. */
  | { readonly kind: 'unwritable' }
  | { readonly kind: 'adopted' };

/** A program that keeps its token where Usher doesn't write. */
export interface KeptElsewhere {
  readonly name: string;
  readonly source: string;
  readonly path: string;
  /** Where in the program it is changed. */
  readonly changedBy: ChangedBy;
}

export type ChangedBy = 'plexSettings' | 'signingInAgain';

export interface UnreadFile {
  readonly path: string;
  readonly reason: AppErrorCode;
}
