import { catalogue } from './language.ts';

/** What the terminal tells when a device is revoked. Names are text from outside, to be cleaned before. */
export const revokeText = catalogue({
  en: {
    isHere: (signOut: string): string =>
      `This device is Usher on this computer. To sign it out: ${signOut}`,
    gone: (device: string): string => `Revoked ${device}.`,
    stillThere: (device: string): string => `Plex accepted the request but still lists ${device}.`,
    unconfirmed: (device: string): string => `Revoked ${device}, but couldn’t confirm it.`,
  },
});
