import * as v from 'valibot';
import type { Result } from '../../../shared/result.ts';
import { isTokenText } from '../../token-text.ts';
import { callPlexTv, tellPlexTv, type PlexDeps } from '../call.ts';
import { loose, readInstant, readNumber, readText } from '../wire/loose.ts';

const toMs = (value: unknown): number | null => {
  const seconds = readNumber(value);
  return seconds === null ? null : Math.max(0, seconds * 1000);
};

/** The PIN object of `https://plex.tv/api/v2/pins` (https://developer.plex.tv/pms/, "Authenticating with Plex"). */
const pinFields = v.object({
  id: v.pipe(loose(readNumber), v.number(), v.safeInteger()),
  code: loose(readText),
  expiresIn: loose(toMs),
  createdAt: loose(readInstant),
  expiresAt: loose(readInstant),
  authToken: v.pipe(
    loose(readText),
    v.check((token) => token === null || isTokenText(token)),
  ),
});

const readPin = (body: unknown): v.InferOutput<typeof pinFields> | null => {
  const parsed = v.safeParse(pinFields, body);
  return parsed.success ? parsed.output : null;
};

export interface Pin {
  readonly id: number;
  readonly code: string;
  readonly expiresInMs: number;
}

// What a PIN lives when Plex does not say: the shorter of the two lives seen.
const usualLifeMs = 900_000;

/** `POST https://plex.tv/api/v2/pins`, without a token. */
export const createPin = (
  deps: PlexDeps,
  isStrong: boolean,
  signal: AbortSignal,
): Promise<Result<Pin>> =>
  callPlexTv(
    deps,
    {
      method: 'POST',
      url: `${deps.endpoints.plexTv}/api/v2/pins`,
      ...(isStrong ? { form: { strong: 'true' } } : {}),
      signal,
      // Nothing that was just asked for can have run out: a 404 here is a plain refusal.
      asked: 'newPin',
    },
    (body) => {
      const pin = readPin(body);
      if (pin === null || pin.code === null) return null;
      const { id, code, expiresIn, createdAt, expiresAt } = pin;
      // Both times are by Plex's clock, so that ours may be wrong.
      const lifeMs = createdAt === null || expiresAt === null ? usualLifeMs : expiresAt - createdAt;
      return { id, code, expiresInMs: expiresIn ?? Math.max(0, lifeMs) };
    },
  );

export interface PinCheck {
  /** Null until the person has approved. */
  readonly token: string | null;
  /** Null when Plex does not tell; zero when the PIN has run out. */
  readonly expiresInMs: number | null;
}

/**
 * `GET https://plex.tv/api/v2/pins/{id}`, under the client identifier that created it. A PIN that has run out is
 * a 404, or a 200 that stays without a token; so `expiresInMs` is told too.
 */
export const checkPin = (
  deps: PlexDeps,
  pinId: number,
  signal: AbortSignal,
): Promise<Result<PinCheck>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/pins/${pinId}`;
  return callPlexTv(deps, { method: 'GET', url, signal, asked: 'pin' }, (body, reply) => {
    const pin = readPin(body);
    // SECURITY: a token for another PIN is another person's account.
    if (pin?.id !== pinId) return null;
    const { authToken, expiresIn, expiresAt } = pin;
    const { serverDateMs } = reply;
    const leftMs = expiresAt === null || serverDateMs === null ? null : expiresAt - serverDateMs;
    return {
      token: authToken,
      expiresInMs: expiresIn ?? (leftMs === null ? null : Math.max(0, leftMs)),
    };
  });
};

/**
 * `PUT https://plex.tv/api/v2/pins/link`: gives the device that shows this four-character code a token of the account.
 *
 * Asked as Usher first: a request under a borrowed name may rename this installation's own device at Plex. The clients
 * that are known (pushingkarmaorg/python-plexapi, `MyPlexAccount.link`; andrey-yantsen/plex-api.rs) say that they are
 * `Plex SSO`, which is said only where Plex refuses the request otherwise.
 */
export const linkPin = async (
  deps: PlexDeps,
  token: string,
  code: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const asUsher = await putLink(deps, token, { code }, signal);
  const isRefused = !asUsher.ok && asUsher.error.code === 'plex.refused' && isNamed(deps, token);
  return isRefused ? putLink(deps, token, { code, product: 'Plex SSO' }, signal) : asUsher;
};

/** Where no name is said, another one is not either. */
const isNamed = ({ foreignTokens }: PlexDeps, token: string): boolean => !foreignTokens.has(token);

const putLink = (
  deps: PlexDeps,
  token: string,
  { code, ...as }: { readonly code: string; readonly product?: string },
  signal: AbortSignal | undefined,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/pins/link`;
  const request = { method: 'PUT', url, form: { code }, ...as, token, signal } as const;
  return tellPlexTv(deps, { ...request, asked: 'link' });
};

/**
 * The page on which the person approves a strong PIN (https://developer.plex.tv/pms/, "Authenticating with Plex").
 * All of it stands in the fragment, which a browser does not send. Holds no token.
 */
export const authPageUrl = (
  { client, clientIdentifier, endpoints }: PlexDeps,
  code: string,
): string => {
  const parameters = new URLSearchParams({
    clientID: clientIdentifier,
    code,
    'context[device][product]': client.product,
    'context[device][version]': client.version,
    'context[device][platform]': client.platform,
    'context[device][platformVersion]': client.platformVersion,
    'context[device][device]': client.device,
    'context[device][deviceName]': client.deviceName,
    'context[device][layout]': 'desktop',
  });
  // A form's "+" for a space is not understood in a fragment.
  return `${endpoints.authPage}#?${parameters.toString().replaceAll('+', '%20')}`;
};

/** The page for four-character codes, with the code filled in. */
export const prefilledLinkUrl = (linkPage: string, code: string): string => {
  const url = new URL(linkPage);
  url.searchParams.set('pin', code);
  return url.href;
};
