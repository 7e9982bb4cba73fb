import type { TokenHoleId } from '../../shared/model/server.ts';

/** Words for servers whose version lets tokens get away. */
export const tokenHoleText = {
  title: 'Update this server before you hand a token out',
  about: {
    'CVE-2025-69414':
      'Plex Media Server 1.42.2.10156 and earlier let a transient token fetch the long-lived one (CVE-2025-69414).',
    'CVE-2025-34158':
      'Plex Media Server 1.41.7 to 1.42.0 have a hole that Plex asked every owner to close at once (CVE-2025-34158).',
  } satisfies Readonly<Record<TokenHoleId, string>>,
  /** Beside the button of a row. */
  mark: (holes: readonly TokenHoleId[]) =>
    `Known hole: update this server before you hand a token out (${holes.join(', ')})`,
} as const;
