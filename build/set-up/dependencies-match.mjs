/**
 * @typedef {object} LockedPackageFacts
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 */

/** @typedef {LockedPackageFacts & import('./manifest-matches-lock.mjs').Manifest} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} LockFile */

/**
 * Whether what npm noted about node_modules when it last finished there is what the lock file asks
 * for. It is npm's own note that is read, so an install somebody ran by hand counts too.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 */
export function dependenciesMatch(wanted, installed) {
  const wantedPackages = wanted.packages ?? {};
  const installedPackages = installed.packages ?? {};
  const everyWanted = Object.entries(wantedPackages).every(([place, entry]) => {
    if (place === '') return true;
    const found = installedPackages[place];
    // npm leaves out the optional packages that are for other systems.
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
  return everyWanted && Object.keys(installedPackages).every((place) => place in wantedPackages);
}
