import * as v from 'valibot';

const common = { local: v.boolean(), relay: v.exactOptional(v.boolean()) };

/** What an address in a server's list leads to, when checked from the body of a control request. */
export const ConnectionPlanSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('live'), ...common }),
  v.strictObject({ kind: v.literal('named'), host: v.string(), ...common }),
  v.strictObject({ kind: v.literal('refused'), ...common }),
  v.strictObject({ kind: v.literal('otherServer'), server: v.string(), ...common }),
  v.strictObject({ kind: v.literal('secure'), address: v.string(), port: v.number(), ...common }),
]);
