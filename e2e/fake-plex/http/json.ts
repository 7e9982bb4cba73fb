import type { JsonObject } from './json-object.ts';

/** Any value JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
