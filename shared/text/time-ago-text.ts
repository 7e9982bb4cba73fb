import { formatInstant } from './format-instant.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, while that says more than the date does; then the date, with its year when that is another one. */
export function timeAgoText(at: number, now: number): string {
  const ago = now - at;
  // A clock set back must not say "in 3 hours" of something that has happened.
  if (ago < minute) return 'just now';
  if (ago < hour) return `${Math.floor(ago / minute)} min ago`;
  if (ago < day) return `${Math.floor(ago / hour)} h ago`;
  if (ago < 7 * day)
    return Math.floor(ago / day) === 1 ? '1 day ago' : `${Math.floor(ago / day)} days ago`;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatInstant(
    at,
    isThisYear ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' },
  );
}
