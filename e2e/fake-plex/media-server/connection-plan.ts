import type { InferOutput } from 'valibot';
import type { ConnectionPlanSchema } from './connection-plan-schema.ts';

/**
 * What an address in a server's list leads to.
 *
 * - `live`: the server itself, `http` on 127.0.0.1;
 * - `named`: the server itself, `http` under a name that leads to this machine only where a test makes it so, as an
 *   address of another computer would look;
 * - `refused`: a port of this machine on which nothing listens;
 * - `otherServer`: another server of the fake, as when an address has been handed on to another machine;
 * - `secure`: an `https` name under plex.direct, for a reserved address that leads nowhere, or for 127.0.0.1 and a port
 *   at which the server listens securely.
 */
export type ConnectionPlan = InferOutput<typeof ConnectionPlanSchema>;
