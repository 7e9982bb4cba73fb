import { parseJson } from '../parse-json.mjs';

const rememberedForMs = 24 * 60 * 60 * 1000;

/**
 * Whether a download that failed before is worth another try: after a day, for another version, or
 * when what was remembered cannot be read.
 *
 * @param {string} refusal what the last failure left behind, as JSON; empty when there was none
 * @param {string} version
 * @param {number} now
 */
export function mayAskAgain(refusal, version, now) {
  try {
    const last = /** @type {{ version: string, at: number }} */ (parseJson(refusal));
    const age = now - last.at;
    return !(last.version === version && age >= 0 && age < rememberedForMs);
  } catch {
    return true;
  }
}
