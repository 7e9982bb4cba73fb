declare const brand: unique symbol;

type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Ours, random: one signed-in account here. */
export type AccountId = Branded<'AccountId'>;
/** Plex's machineIdentifier of a media server. */
export type ServerId = Branded<'ServerId'>;
/** Ours, random: one transient token in the list. */
export type TransientTokenId = Branded<'TransientTokenId'>;
/** Ours, random: one token in the last answer of a server about a source. */
export type SourceTokenId = Branded<'SourceTokenId'>;
/** Plex's number of an entry of the Authorized Devices. Digits only, since it becomes part of an address. */
export type DeviceId = Branded<'DeviceId'>;
/** Ours, random: one token found in a pasted text. */
export type FoundTokenId = Branded<'FoundTokenId'>;
/** Ours, random: one sign-in attempt. */
export type AttemptId = Branded<'AttemptId'>;
/** Ours, random: one line of the activity list. */
export type ActivityId = Branded<'ActivityId'>;
/** Ours, random: one program that has a token of its own. */
export type AppTokenId = Branded<'AppTokenId'>;
/** Ours, random: one place where such a program reads its token. */
export type DestinationId = Branded<'DestinationId'>;
/** Ours, random: one program's use of a token that was found in its files. */
export type TokenUseId = Branded<'TokenUseId'>;
export type NoticeId = Branded<'NoticeId'>;

/** Milliseconds since 1970, by this computer's clock. */
export type EpochMs = number;
