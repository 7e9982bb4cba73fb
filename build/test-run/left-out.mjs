/**
 * Unit tests that this system cannot run, and why; others say so themselves, by `runIf` and their names.
 *
 * @param {NodeJS.Platform} platform
 * @returns {{ files: string, why: string }[]}
 */
export function leftOut(platform) {
  if (platform === 'linux') return [];
  return [
    {
      files: 'e2e/cli/**',
      why: 'each runs the command line on a keychain of its own, a gnome-keyring that may be locked, and in the shells of Linux',
    },
    {
      files: '**/*-linux.test.ts',
      why: 'they are about files, processes and services as Linux has them',
    },
  ];
}
