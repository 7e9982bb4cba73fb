import * as v from 'valibot';
import type { Result } from '../../../shared/result.ts';
import { isTokenText } from '../../token-text.ts';
import { callPlexTv, commandPlexTv, type PlexDeps } from '../call.ts';
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

/** A PIN that waits for approval. */
export interface Pin {
  readonly id: number;
  readonly code: string;
  readonly expiresInMs: number;
}

// Without any times from Plex: the shorter of the two lifetimes seen, 15 and 30 minutes.
const defaultLifeMs = 900_000;

/**
 * `POST https://plex.tv/api/v2/pins`, without a token: creates a PIN and returns its id, code, and remaining life. A strong one
 * has a long code for `authPageUrl`, any other four characters for `prefilledLinkUrl`. Errors as `callPlexTv`.
 * Source: https://developer.plex.tv/pms/, "Authenticating with Plex".
 */
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
      // A PIN that is being created can't have expired: here a 404 is just a refusal.
      kind: 'newPin',
    },
    (body) => {
      const pin = readPin(body);
      if (pin === null || pin.code === null) return null;
      const { id, code, expiresIn, createdAt, expiresAt } = pin;
      // Both times are from Plex's clock, so this computer's may be wrong.
      const lifeMs =
        createdAt === null || expiresAt === null ? defaultLifeMs : expiresAt - createdAt;
      return { id, code, expiresInMs: expiresIn ?? Math.max(0, lifeMs) };
    },
  );

export interface PinCheck {
  /** Null until the user has approved. */
  readonly token: string | null;
  /** Null when Plex doesn't say; 0 when the PIN has expired. */
  readonly expiresInMs: number | null;
}

/**
 * `GET https://plex.tv/api/v2/pins/{id}`, with the client identifier that created it and no token: returns the account token
 * once the PIN is approved, and the PIN's remaining life. Errors besides `callPlexTv`'s: `plex.pinExpired` (404, code 1020);
 * Plex may also answer 200 without a token forever, hence `expiresInMs`. Source: https://developer.plex.tv/pms/,
 * "Authenticating with Plex", and https://github.com/seerr-team/seerr/pull/2941 for the 200.
 */
export const checkPin = (
  deps: PlexDeps,
  pinId: number,
  signal: AbortSignal,
): Promise<Result<PinCheck>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/pins/${pinId}`;
  return callPlexTv(deps, { method: 'GET', url, signal, kind: 'pin' }, (body, reply) => {
    const pin = readPin(body);
    // SECURITY: a token for another PIN is someone else's account.
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
 * `PUT https://plex.tv/api/v2/pins/link`: gives the device that shows this four-character code a token for the account;
 * returns null (204). Errors besides `callPlexTv`'s: `token.rejected`, `link.codeUnknown` (404, code 1020). Source:
 * pushingkarmaorg/python-plexapi (`MyPlexAccount.link`) and andrey-yantsen/plex-api.rs.
 *
 * Those clients send `X-Plex-Product: Plex SSO`. A request under another product may rename this installation's device at Plex,
 * so it is sent as Usher first, and as `Plex SSO` only if that is refused.
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

/** A request without a product isn't repeated under another one. */
const isNamed = ({ foreignTokens }: PlexDeps, token: string): boolean => !foreignTokens.has(token);

const putLink = (
  deps: PlexDeps,
  token: string,
  { code, ...as }: { readonly code: string; readonly product?: string },
  signal: AbortSignal | undefined,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/pins/link`;
  const request = { method: 'PUT', url, form: { code }, ...as, token, signal } as const;
  return commandPlexTv(deps, { ...request, kind: 'link' });
};

/**
 * The page on which the user approves a strong PIN, `https://app.plex.tv/auth#?…`. Its parameters are in the fragment, which
 * a browser doesn't send; none is a token. Source: https://developer.plex.tv/pms/, "Authenticating with Plex".
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
  // In a fragment, "+" isn't read as a space.
  return `${endpoints.authPage}#?${parameters.toString().replaceAll('+', '%20')}`;
};

/** The page for four-character codes with the code filled in, `https://plex.tv/link?pin=…`. */
export const prefilledLinkUrl = (linkPage: string, code: string): string => {
  const url = new URL(linkPage);
  url.searchParams.set('pin', code);
  return url.href;
};
