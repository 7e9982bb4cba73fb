import type { InferOutput } from 'valibot';
import type { FaultSchema } from './fault-schema.ts';

/**
 * One thing that goes wrong, and where.
 *
 * `match`: all that is given must fit. `host` is `plex` or the name of a media server. `path` is exact; one that ends
 * with `*` is a prefix, one that begins with `^` a regular expression. `times`: how often it strikes; without it, always.
 *
 * `action`:
 * - `status` (with `headers`, `body`, `contentType`): this answer in place of the real one;
 * - `hold`: the real answer, as soon as the fault is taken away;
 * - `raw`: these bytes in place of any answer, a character a byte, and the end of the connection: what is no HTTP;
 * - `delayMs`: the real answer, late; `dripMs`: the real answer, one byte at a time with this pause;
 * - `cutMidBody`: the real answer, broken off halfway; `garbage`: 200 and bytes that are nothing;
 * - `html`: 200 and a captive portal's page; `redirectTo`: 301; `sizeBytes`: 200 and that much JSON;
 * - `hang`: no answer ever; `reset`: the connection is reset before any answer;
 * - `asXml`: the real answer, in XML whatever was asked; `invalidToken`: 422 in the old XML form;
 * - `scramble`: the real JSON answer with every value null (`nulls`) or of another type (`types`).
 */
export type Fault = InferOutput<typeof FaultSchema>;
