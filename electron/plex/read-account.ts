import * as v from 'valibot';
import type { JsonObject, JsonValue } from '../../shared/model/account.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { accountFields } from './account-fields.ts';
import { collectSecrets } from './collect-secrets.ts';
import { isTokenText } from '../token-text.ts';
import { readField } from './loose/read-field.ts';
import { redactRecord } from './redact-record.ts';
import type { WireAccount } from './wire-account.ts';

export interface ReadAccount {
  readonly account: WireAccount;
  /** The `authToken` in the answer; null when there is none that could be used. */
  readonly token: string | null;
}

/** Names of v1 (https://plex.tv/users/account.json) for the fields that have another one in v2. */
const olderNames: Readonly<Record<string, string>> = {
  joined_at: 'joinedAt',
  authentication_token: 'authToken',
  authenticationToken: 'authToken',
};

/** Splits an account answer into what may be shown and its token. */
export const readAccount = (
  body: unknown,
  knownSecrets: readonly string[] = [],
): Result<ReadAccount> => {
  const data = withNewerNames(readField(body, 'user') ?? body);
  const record = redactRecord(data, [...knownSecrets, ...collectSecrets(data)]);
  // SECURITY: the fields are read from the redacted record, so that no secret gets into one, be it inside an address.
  // The two that say whose account it is are read as they came.
  const parsed = v.safeParse(accountFields, {
    ...(isJsonObject(record) ? record : {}),
    id: readField(data, 'id'),
    uuid: readField(data, 'uuid'),
  });
  if (!parsed.success) return err({ code: 'plex.malformed' });
  const token = readField(data, 'authToken');
  return ok({
    account: { ...parsed.output, trials: readTrials(record), record },
    token: typeof token === 'string' && isTokenText(token) ? token : null,
  });
};

/** The shape of a trial is not documented, so each is passed on whole. */
const readTrials = (record: JsonValue): readonly JsonObject[] => {
  const trials = readField(record, 'trials');
  return Array.isArray(trials) ? trials.filter(isJsonObject) : [];
};

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withNewerNames = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const names = new Set(Object.keys(data));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => {
      const newer = Object.hasOwn(olderNames, name) ? olderNames[name] : undefined;
      return [newer === undefined || names.has(newer) ? name : newer, value];
    }),
  );
};
