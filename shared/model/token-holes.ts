import { isOlderVersion } from './is-older-version.ts';

export type TokenHoleId = 'CVE-2025-69414' | 'CVE-2025-34158';

interface TokenHole {
  readonly id: TokenHoleId;
  /** The first version that has it; null: every one before `before`. */
  readonly since: string | null;
  /** The first version that is not known to have it. */
  readonly before: string;
}

// A server's version is told by itself or by plex.tv; both have four numbers (`1.42.2.10156-f737b826c`).
const holes: readonly TokenHole[] = [
  // Through 1.42.2.10156: https://www.sentinelone.com/vulnerability-database/cve-2025-69414/
  { id: 'CVE-2025-69414', since: null, before: '1.42.2.10157' },
  // 1.41.7.x to 1.42.0.x, fixed in 1.42.1.10060: https://thecisobrief.com/patch-plex-vulnerability
  { id: 'CVE-2025-34158', since: '1.41.7', before: '1.42.1' },
];

/** The known holes of a Plex Media Server's version that let tokens get away. None for a version that can't be read. */
export const tokenHoles = (version: string | null): readonly TokenHoleId[] =>
  holes
    .filter(
      ({ since, before }) =>
        isOlderVersion(version, before) === true &&
        (since === null || isOlderVersion(version, since) === false),
    )
    .map(({ id }) => id);
