import type { JsonValue } from '../../../shared/model/json.ts';

/** What main writes in the place of a secret. */
const removedMark = '[redacted]';

/** Whether a value stands where a secret was. It is only drawn differently: nothing hangs on it. */
export const isRemoved = (value: JsonValue): boolean => value === removedMark;
