/**
 * The packages to install for the needs that are not met.
 *
 * @param {readonly string[][]} needs each a list of names of one package, any of which will do
 * @param {ReadonlySet<string>} installed
 * @param {ReadonlySet<string>} available what the package lists offer; may be empty when there are none
 * @returns {string[]}
 */
export function missingDebianPackages(needs, installed, available) {
  return needs
    .filter((names) => !names.some((name) => installed.has(name)))
    .flatMap((names) => names.find((name) => available.has(name)) ?? names[0] ?? []);
}
