import type { Platform } from './quoting.ts';

/** The platforms that Usher knows apart. */
export const platformOf = (platform: NodeJS.Platform): Platform =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
