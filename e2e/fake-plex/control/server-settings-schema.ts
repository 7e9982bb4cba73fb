import * as v from 'valibot';
import { ConnectionPlanSchema } from '../media-server/connection-plan-schema.ts';

/** The body of `POST /__fake/servers/{name}/settings`: those that are to change, and the addresses if they are. */
export const ServerSettingsSchema = v.strictObject({
  refusal: v.exactOptional(v.picklist([401, 403])),
  alwaysXml: v.exactOptional(v.boolean()),
  postRefusal: v.exactOptional(v.nullable(v.picklist([401, 403, 404, 405, 501]))),
  makesNoTransients: v.exactOptional(v.boolean()),
  takesJwt: v.exactOptional(v.boolean()),
  deviceAsList: v.exactOptional(v.boolean()),
  unknownSource: v.exactOptional(v.picklist(['notFound', 'empty'])),
  openToAll: v.exactOptional(v.boolean()),
  httpsRequired: v.exactOptional(v.boolean()),
  listed: v.exactOptional(v.boolean()),
  connections: v.exactOptional(v.array(ConnectionPlanSchema)),
});
