import type { JsonObject } from '../http/json-object.ts';

/** A subscription as the lists `subscriptions` and `pastSubscriptions` tell it (LukeHagar/plex-api-spec, `PastSubscription`). */
export function pastSubscription(what: JsonObject): JsonObject {
  return {
    id: null,
    mode: null,
    renewsAt: null,
    endsAt: null,
    canceled: false,
    gracePeriod: false,
    onHold: false,
    canReactivate: false,
    canUpgrade: false,
    canDowngrade: false,
    canConvert: false,
    type: 'plexpass',
    transfer: null,
    state: 'ended',
    billing: { internalPaymentMethod: {}, paymentMethodId: null },
    ...what,
  };
}
