const oldest = [22, 12] as const;

/** Whether this Node is older than the argument parser and the compile cache need: 22.12 (commander 15, `engines`). */
export function isNodeTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}
