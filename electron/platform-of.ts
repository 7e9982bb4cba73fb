import type { AppInfo } from '../shared/model/state.ts';

/** Where a line that is copied will be pasted. */
export type Platform = AppInfo['platform'];

/** The platforms that Usher knows apart. */
export const platformOf = (platform: NodeJS.Platform): Platform =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
