import type { JsonValue } from '../../../shared/model/json.ts';
import { redactedMark } from '../../../shared/model/redacted-mark.ts';

/** Whether a value stands where a secret was. It is only drawn differently: nothing hangs on it. */
export const isRemoved = (value: JsonValue): boolean => value === redactedMark;
