import { redactedMark, type JsonValue } from '../../../shared/model/account.ts';

/** Whether a value stands where a secret was. It is only drawn differently: nothing hangs on it. */
export const isRemoved = (value: JsonValue): boolean => value === redactedMark;
