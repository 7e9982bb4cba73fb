/** A URL, or null for text that is none. (`URL.parse` is missing from the oldest Node this runs on.) */
export const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
