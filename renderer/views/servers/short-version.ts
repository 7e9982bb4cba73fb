/** “1.43.0.1” of `1.43.0.1-abcdef012`; the build's hash means nothing to people. Anything else is left as it is. */
export const shortVersion = (version: string): string =>
  /^(\d+(?:\.\d+)+)-[0-9a-f]+$/u.exec(version)?.[1] ?? version;
