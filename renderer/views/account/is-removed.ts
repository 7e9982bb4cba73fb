import type { JsonValue } from '../../../shared/model/json.ts';

const placeholder =
  /^(?:redacted|[[<(‹]\s*(?:redacted|removed|secret|hidden)\b.{0,40}[\])>›]|[•●*]{3,}.{0,8})$/iu;

/** Whether a value is what main puts in the place of a secret. It is only drawn differently: nothing hangs on it. */
export const isRemoved = (value: JsonValue): boolean =>
  typeof value === 'string' && placeholder.test(value);
