/** What the numbers of a Plex profile mean, as Plex's own settings page words them. */
export const profileText = {
  audioAccessibility: {
    0: 'Prefers audio without description',
    1: 'Prefers described audio',
    2: 'Described audio only',
    3: 'Audio without description only',
  },
  autoSelectSubtitle: {
    0: 'Chosen by hand',
    1: 'With foreign audio',
    2: 'Always',
  },
  subtitleAccessibility: {
    0: 'Prefers subtitles without SDH',
    1: 'Prefers SDH',
    2: 'SDH only',
    3: 'Subtitles without SDH only',
  },
  subtitleForced: {
    0: 'Prefers non-forced',
    1: 'Prefers forced',
    2: 'Forced only',
    3: 'Non-forced only',
  },
  watchedIndicator: {
    0: 'Off',
    1: 'Movies and TV shows',
    2: 'Movies',
    3: 'TV shows',
  },
  mediaReviewsVisibility: {
    0: 'Nobody’s',
    1: 'Critics only',
    2: 'Plex users only',
    3: 'Plex users and critics',
  },
} as const;
