import * as v from 'valibot';
import type { JsonObject, SubscriptionPeriod, Told } from '../../../shared/model/account.ts';

const text = v.nullable(v.string());
const flag = v.nullable(v.boolean());
const instant = v.nullable(v.number());

const period: v.GenericSchema<unknown, SubscriptionPeriod> = v.object({
  type: text,
  state: text,
  mode: text,
  isActive: flag,
  subscribedAt: instant,
  renewsAt: instant,
  endsAt: instant,
  isCanceled: flag,
  isInGracePeriod: flag,
  isOnHold: flag,
  canReactivate: flag,
  canUpgrade: flag,
  canDowngrade: flag,
  canConvert: flag,
  transfer: text,
  paymentService: text,
  billing: v.nullable(v.object({ paymentMethodId: text, hasInternalPaymentMethod: flag })),
  features: v.array(v.string()),
});

const jsonObject = v.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** One that can't be understood is as good as none: it isn't worth an account. */
const told = <Item>(
  item: v.GenericSchema<unknown, Item>,
): v.GenericSchema<unknown, Told<Item> | null> =>
  v.fallback(v.optional(v.nullable(v.object({ at: v.number(), list: v.array(item) })), null), null);

/** What Plex tells of an account now and then, as the profile keeps it. */
export const toldSchema = { pastSubscriptions: told(period), trials: told(jsonObject) };
