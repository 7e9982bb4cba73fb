import { htmlAnswer } from '../http/html-answer.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import type { JsonObject } from '../http/json-object.ts';
import type { Route } from '../http/route.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { World } from '../state/world.ts';
import { authPage } from './auth-page.ts';
import { linkPage } from './link-page.ts';
import { linkedPage } from './linked-page.ts';

/**
 * The two pages a person meets in a browser (https://developer.plex.tv/pms/, "Authenticating with Plex"). The link
 * page takes 4-character codes only (https://github.com/nzbfast/nzbfast/issues/91) and prefills `?pin=`.
 */
export function pageRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/link',
      handle: ({ query }) => htmlAnswer(200, linkPage(world, query.get('pin') ?? '')),
    },
    { method: 'POST', path: '/link', handle: ({ form }) => link(form, world) },
    { method: 'GET', path: '/auth', handle: () => htmlAnswer(200, authPage(world)) },
    { method: 'POST', path: '/auth/approve', handle: (request) => approve(request, world) },
  ];
}

function link(form: WireRequest['form'], world: World): WireAnswer {
  const code = form?.get('code') ?? '';
  const user = world.users.find(({ name }) => name === form?.get('user'));
  const pin = world.pins.openByCode(code);
  if (user === undefined || pin === undefined || pin.strong) {
    return htmlAnswer(404, linkPage(world, code, 'This code is not known, or it has expired.'));
  }
  world.pins.approve(code, user);
  return htmlAnswer(200, linkedPage(user.name, pin.identity.product));
}

function approve({ json }: WireRequest, world: World): WireAnswer {
  const asked: JsonObject = isObject(json) ? json : {};
  const { code } = asked;
  const pin = typeof code === 'string' ? world.pins.openByCode(code) : undefined;
  if (pin === undefined) return refusal(404, 'This request is not known, or it has expired.');
  if (pin.identity.clientIdentifier !== asked['clientID']) {
    return refusal(403, 'This request came from another app than the link says.');
  }
  const user = world.users.find(({ name }) => name === asked['user']);
  if (user === undefined) return refusal(404, 'There is no such user.');
  world.pins.approve(pin.code, user);
  return jsonAnswer(200, { approved: true });
}

function refusal(status: number, error: string): WireAnswer {
  return jsonAnswer(status, { error });
}

function isObject(value: WireRequest['json']): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
