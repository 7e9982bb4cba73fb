import type { PlexDeps } from '../call.ts';

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
