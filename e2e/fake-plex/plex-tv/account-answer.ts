import type { JsonObject } from '../http/json-object.ts';
import type { Json } from '../http/json.ts';
import { documentAnswer } from '../http/document-answer.ts';
import { wantsJson } from '../http/wants-json.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { Session } from '../state/session.ts';
import type { World } from '../state/world.ts';
import { thumbOf } from './thumb-of.ts';

const FORTNIGHT_SECONDS = 14 * 24 * 60 * 60;

/** The account record with the caller's own token in it, as `/users/signin`, `/user` and the Home switch give it. */
export function accountAnswer(
  request: WireRequest,
  status: number,
  { user, token }: Session,
  world: World,
): WireAnswer {
  const account: JsonObject = {
    id: user.id,
    uuid: user.uuid,
    username: user.username,
    title: user.title,
    email: user.email,
    rememberExpiresAt: world.clock.seconds() + FORTNIGHT_SECONDS,
    ...user.record,
    thumb: thumbOf(user, world),
    authToken: token,
  };
  return documentAnswer(
    request,
    status,
    'user',
    wantsJson(request)
      ? account
      : { ...account, subscription: withXmlDate(account['subscription'] ?? null) },
  );
}

/** In XML the date of the subscription is `YYYY-MM-DD HH:MM:SS UTC` (python-plexapi, `tests/payloads.py`). */
function withXmlDate(subscription: Json): Json {
  if (
    typeof subscription !== 'object' ||
    subscription === null ||
    !('subscribedAt' in subscription)
  ) {
    return subscription;
  }
  const { subscribedAt } = subscription;
  return typeof subscribedAt === 'string'
    ? { ...subscription, subscribedAt: subscribedAt.replace(/^(\S+)T(\S+)Z$/, '$1 $2 UTC') }
    : subscription;
}
