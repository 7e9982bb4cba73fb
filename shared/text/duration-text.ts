const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** A transient token's 48 hours are told in hours, as Plex tells them. */
const daysFrom = 72 * hour;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A length of time in its two largest units: `6 d 23 h`, `47 h 59 min`, `14 min 05 s`, `29 s`. Never negative. */
export function durationText(ms: number): string {
  // Rounded up, so that the last second shown is 1 and 0 means over.
  const total = Math.max(0, Math.ceil(ms / second)) * second;
  if (total >= daysFrom) {
    return `${Math.floor(total / day)} d ${twoDigits(Math.floor((total % day) / hour))} h`;
  }
  if (total >= hour) {
    return `${Math.floor(total / hour)} h ${twoDigits(Math.floor((total % hour) / minute))} min`;
  }
  if (total >= minute) {
    const seconds = (total % minute) / second;
    const minutes = `${Math.floor(total / minute)} min`;
    return `${minutes} ${twoDigits(seconds)} s`;
  }
  return `${total / second} s`;
}
