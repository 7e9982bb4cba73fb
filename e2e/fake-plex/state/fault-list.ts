import * as v from 'valibot';
import type { InferOutput } from 'valibot';

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

const status = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599));
const milliseconds = v.pipe(v.number(), v.minValue(0));

const action = v.union([
  v.strictObject({
    status,
    headers: v.exactOptional(v.record(v.string(), v.string())),
    body: v.exactOptional(v.string()),
    contentType: v.exactOptional(v.string()),
  }),
  v.strictObject({ raw: v.pipe(v.string(), v.regex(/^[\x00-\xff]*$/)) }),
  v.strictObject({ delayMs: milliseconds }),
  v.strictObject({ hold: v.literal(true) }),
  v.strictObject({ dripMs: milliseconds }),
  v.strictObject({ cutMidBody: v.literal(true) }),
  v.strictObject({ garbage: v.literal(true) }),
  v.strictObject({ html: v.literal(true) }),
  v.strictObject({ redirectTo: v.string() }),
  v.strictObject({ sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({ hang: v.literal(true) }),
  v.strictObject({ reset: v.literal(true) }),
  v.strictObject({ asXml: v.literal(true) }),
  v.strictObject({ invalidToken: v.literal(true) }),
  v.strictObject({ scramble: v.picklist(['nulls', 'types']) }),
]);

/** What a fault looks like, in the object API and in the body of `POST /__fake/faults`. */
export const FaultSchema = v.strictObject({
  match: v.strictObject({
    method: v.exactOptional(v.string()),
    path: v.exactOptional(v.pipe(v.string(), v.check(isUsablePath, 'Not a regular expression'))),
    host: v.exactOptional(v.string()),
  }),
  times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  action,
});

function isUsablePath(path: string): boolean {
  if (!path.startsWith('^')) return true;
  try {
    new RegExp(path);
    return true;
  } catch {
    return false;
  }
}

/** The faults in force. The oldest that fits a request strikes. */
export class FaultList {
  #faults: ListedFault[] = [];
  #lastId = 0;
  readonly #removals = new Map<number, () => void>();

  /** Puts a fault in force and returns its number, for `remove`. */
  add(fault: Fault): number {
    this.#lastId += 1;
    const id = this.#lastId;
    const removed = new Promise<void>((resolve) => this.#removals.set(id, resolve));
    this.#faults.push({ id, fault, struck: 0, removed });
    return id;
  }

  remove(id: number): void {
    this.#faults = this.#faults.filter((listed) => listed.id !== id);
    this.#removals.get(id)?.();
    this.#removals.delete(id);
  }

  clear(): void {
    for (const id of [...this.#removals.keys()]) this.remove(id);
  }

  list(): readonly ListedFault[] {
    return [...this.#faults];
  }

  /** The fault that strikes this request, counted; undefined when none does. */
  strike(host: string, method: string, path: string): ListedFault | undefined {
    const hit = this.#faults.find(({ fault }) => fits(fault, host, method, path));
    if (hit === undefined) return undefined;
    const counted = { ...hit, struck: hit.struck + 1 };
    const spent = counted.struck >= (hit.fault.times ?? Infinity);
    this.#faults = this.#faults.flatMap((listed) => {
      if (listed.id !== hit.id) return [listed];
      return spent ? [] : [counted];
    });
    return counted;
  }
}

function fits({ match }: Fault, host: string, method: string, path: string): boolean {
  if (match.host !== undefined && match.host !== host) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.path === undefined) return true;
  if (match.path.startsWith('^')) return new RegExp(match.path).test(path);
  if (match.path.endsWith('*')) return path.startsWith(match.path.slice(0, -1));
  return match.path === path;
}

/** A fault in force. */
export interface ListedFault {
  readonly id: number;
  readonly fault: Fault;
  /** How often it has struck. */
  readonly struck: number;
  /** Resolves once the fault is taken away, also one that has struck as often as it may. */
  readonly removed: Promise<void>;
}
