/** An error of plex.tv in its newest form. */
export const coded = (code: number, status: number): object => ({
  errors: [{ code, message: 'made-up text', status }],
});
