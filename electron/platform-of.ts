/** The platforms that Usher knows apart. */
export const platformOf = (platform: NodeJS.Platform): 'linux' | 'darwin' | 'win32' | 'other' =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
