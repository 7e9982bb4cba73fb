/** An answer as a test reads it. */
export interface TestAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; undefined when it is something else. */
  readonly json: unknown;
  /** The string at a dotted path of the JSON body; throws when there is none. */
  read(path: string): string;
}
