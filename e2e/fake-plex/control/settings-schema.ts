import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The body of `POST /__fake/settings`: those that are to change. */
export const SettingsSchema = v.strictObject({
  weakPinSeconds: v.exactOptional(count),
  strongPinSeconds: v.exactOptional(count),
  expiredPin: v.exactOptional(v.picklist(['notFound', 'null'])),
  deauthorised: v.exactOptional(v.picklist([401, 422])),
  linksForSsoOnly: v.exactOptional(v.boolean()),
  oneTokenPerClient: v.exactOptional(v.boolean()),
  signInFailuresAllowed: v.exactOptional(count),
  addressBlockSeconds: v.exactOptional(count),
  deviceListSize: v.exactOptional(v.nullable(count)),
  switchesAllowed: v.exactOptional(count),
  switchWindowSeconds: v.exactOptional(count),
});
