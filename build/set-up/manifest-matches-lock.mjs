const kinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies']);

/** @typedef {Partial<Record<(typeof kinds)[number], Record<string, string>>>} Manifest */

/** @param {Record<string, string>} dependencies */
const inOrder = (dependencies) => JSON.stringify(Object.entries(dependencies).sort());

/**
 * Whether the lock file was written for this package.json; `npm ci` refuses when it was not.
 *
 * @param {Manifest} manifest
 * @param {{ packages?: Record<string, Manifest> }} lock
 */
export function manifestMatchesLock(manifest, lock) {
  const root = lock.packages?.[''] ?? {};
  return kinds.every((kind) => inOrder(manifest[kind] ?? {}) === inOrder(root[kind] ?? {}));
}
