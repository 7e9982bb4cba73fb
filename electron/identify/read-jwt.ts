import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { JwtFacts } from '../../shared/model/identification.ts';
import type { JsonObject, JsonValue } from '../../shared/model/account.ts';
import { readInstant, readText } from '../plex/wire/loose.ts';
import { redactRecord } from '../plex/secrets/redact-record.ts';

/** What a JWT says of itself, or null for what is none. Plex alone can tell whether it is true. */
export const readJwt = (token: string): JwtFacts | null => {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const claims = decodeJwt(token);
    const record = redactRecord(claims, [token]);
    return {
      algorithm: readText(alg),
      keyId: readText(kid),
      issuer: readText(claims.iss),
      issuedAt: readInstant(claims.iat),
      expiresAt: readInstant(claims.exp),
      claims: isJsonObject(record) ? record : {},
    };
  } catch {
    // What has three parts and no JSON in them.
    return null;
  }
};

const isJsonObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
