import type { Json } from './json.ts';

/** A JSON object; keys whose value is `undefined` are left out when it is written. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
