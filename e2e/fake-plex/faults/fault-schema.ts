import * as v from 'valibot';

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
