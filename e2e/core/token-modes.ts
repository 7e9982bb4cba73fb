/** How many tokens Plex keeps of a user for one client identifier: both have been reported, and Usher works under both. */
export const tokenModes = [
  { mode: 'Plex keeps every token of a client', settings: { oneTokenPerClient: false } },
  { mode: 'Plex keeps one token of a client', settings: { oneTokenPerClient: true } },
] as const;
