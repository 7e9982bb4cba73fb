// Plex gives no numbers; a wait longer than a day is a mistake of whoever sent it.
const longestSeconds = 86_400;

/**
 * How long the answerer wants us to wait: a number of seconds or a date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Null when it does not say.
 */
export const retryAfterSeconds = (header: string | null, nowMs: number): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), longestSeconds);
  const dateMs = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(dateMs)) return null;
  return Math.min(Math.max(Math.ceil((dateMs - nowMs) / 1000), 0), longestSeconds);
};
