import type { Json } from './json.ts';

/** One HTTP request, read to its end. */
export interface WireRequest {
  readonly method: string;
  /** The path as sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The fields of a form body; null when the body is not a form. */
  readonly form: URLSearchParams | null;
  /** The value of a JSON body; undefined when the body is not JSON. */
  readonly json: Json | undefined;
  readonly remoteAddress: string;
  /** The values of the `{name}` parts of the route that matched. */
  readonly params: Readonly<Record<string, string>>;
}
