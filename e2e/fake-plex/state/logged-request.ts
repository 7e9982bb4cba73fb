/** One request as the log keeps it. */
export interface LoggedRequest {
  /** The fake's time. */
  readonly at: number;
  /** `plex` or the name of a media server. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the caller's token was, if it sent one. */
  readonly token: 'none' | 'header' | 'query';
  readonly hasClientIdentifier: boolean;
  readonly hasProduct: boolean;
  /** The number of the fault that struck, or null. */
  readonly faultId: number | null;
}
