/** The Windows credential store takes no more for one secret, counted in UTF-8. The other keychains have no such limit. */
export const WINDOWS_SECRET_LIMIT_BYTES = 2_560;
