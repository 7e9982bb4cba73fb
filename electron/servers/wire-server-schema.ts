import * as v from 'valibot';
import type { ServerId } from '../../shared/model/ids.ts';
import type { WireServer } from '../plex/wire/resources.ts';

const nullableText = v.nullable(v.string());
const nullableNumber = v.nullable(v.number());

/** A server as the profile keeps it: the public part only, no access token. */
export const wireServerSchema: v.GenericSchema<unknown, WireServer> = v.object({
  id: v.pipe(
    v.string(),
    v.transform((text) => text as ServerId),
  ),
  name: v.string(),
  version: nullableText,
  platform: nullableText,
  platformVersion: nullableText,
  device: nullableText,
  isOwned: v.boolean(),
  isHome: v.boolean(),
  ownerName: nullableText,
  isOnline: v.boolean(),
  lastSeenAt: nullableNumber,
  createdAt: nullableNumber,
  publicAddress: nullableText,
  isHttpsRequired: v.boolean(),
  hasDnsRebindingProtection: v.boolean(),
  connections: v.array(
    v.object({
      uri: v.string(),
      address: v.string(),
      port: v.number(),
      kind: v.picklist(['local', 'remote', 'relay']),
      isSecure: v.boolean(),
      isIPv6: v.boolean(),
    }),
  ),
});
