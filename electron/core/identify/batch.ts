import { decodeJwt, decodeProtectedHeader } from 'jose';
import { randomUUID } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../../shared/model/account.ts';
import type {
  FoundToken,
  Identification,
  JwtFacts,
  TokenFinding,
  TokenPlace,
} from '../../../shared/model/identification.ts';
import type { FoundTokenId, ServerId, TransientTokenId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { redactRecord } from '../../plex/secrets/redact-record.ts';
import { readInstant, readText } from '../../plex/wire/loose.ts';
import type { Route } from '../../plex/wire/resources.ts';
import type { Clock } from '../../ports.ts';
import { maskToken, tokenKind } from '../../token-text.ts';
import type { FoundTokens } from './find-tokens.ts';

/** The tokens of one text, and what is known of each. */
export interface Batch {
  state(): Identification;
  find(id: FoundTokenId): HeldToken | null;
  isEmpty(): boolean;
  /** Those that plex.tv has proved to be of this account. */
  ofAccount(uuid: string): readonly FoundTokenId[];
  /** Asks about one token after the other. */
  start(): void;
  /** False when the token is not held any more. */
  askAgain(id: FoundTokenId): boolean;
  forget(id: FoundTokenId): void;
  settled(): Promise<void>;
  /** Forgets everything, and gives up the question under way. */
  end(): void;
}

export interface HeldToken {
  readonly id: FoundTokenId;
  readonly token: string;
  readonly place: TokenPlace;
  readonly jwt: JwtFacts | null;
  finding: TokenFinding;
  mintedAs: TransientTokenId | null;
  appToken: FoundToken['appToken'];
}

/** What asking about a token showed, and which of the tokens made here it is. */
export type ToldToken = Pick<HeldToken, 'finding' | 'mintedAs' | 'appToken'>;

export interface BatchDeps extends FoundTokens {
  readonly heldForMs: number;
  readonly clock: Clock;
  readonly ask: (asked: AskedToken) => Promise<ToldToken>;
  readonly onChanged: () => void;
  /** The time is over. */
  readonly onOver: () => void;
}

export interface AskedToken {
  readonly token: string;
  readonly issuer: string | null;
  readonly signal: AbortSignal;
  readonly routes: Map<ServerId, Promise<Result<Route>>>;
}

export function createBatch(deps: BatchDeps): Batch {
  const { clock, onChanged } = deps;
  const held = new Map<FoundTokenId, HeldToken>();
  const controller = new AbortController();
  const endsAtMs = clock.monotonicMs() + deps.heldForMs;
  const stopTimer = clock.after(deps.heldForMs, deps.onOver);
  let isWorking = false;
  let working = Promise.resolve();

  for (const { token, place } of deps.tokens) {
    const id = randomUUID() as FoundTokenId;
    const jwt = readJwtOf(token);
    held.set(id, {
      ...{ id, token, place, jwt, finding: { kind: 'waiting' } },
      ...{ mintedAs: null, appToken: null },
    });
  }

  const work = async (): Promise<void> => {
    const routes = new Map<ServerId, Promise<Result<Route>>>();
    for (;;) {
      const next = [...held.values()].find(({ finding }) => finding.kind === 'waiting');
      if (next === undefined) break;
      next.finding = { kind: 'asking' };
      onChanged();
      const { token, jwt } = next;
      const issuer = jwt?.issuer ?? null;
      const told = await deps.ask({ token, issuer, signal: controller.signal, routes });
      Object.assign(next, told);
      onChanged();
    }
    isWorking = false;
  };

  const start = (): void => {
    if (isWorking) return;
    isWorking = true;
    working = work();
  };

  return {
    state: () => ({
      tokens: [...held.values()].map((one) => ({ ...one, token: maskToken(one.token) })),
      isCutOff: deps.isCutOff,
      remainingMs: Math.max(0, endsAtMs - clock.monotonicMs()),
    }),
    find: (id) => held.get(id) ?? null,
    isEmpty: () => held.size === 0,
    ofAccount: (uuid) =>
      [...held.values()]
        .filter(({ finding }) => finding.kind === 'account' && finding.account.uuid === uuid)
        .map(({ id }) => id),
    start,
    askAgain: (id) => {
      const one = held.get(id);
      if (one === undefined) return false;
      if (one.finding.kind !== 'asking') one.finding = { kind: 'waiting' };
      start();
      onChanged();
      return true;
    },
    forget: (id) => void held.delete(id),
    settled: async () => {
      while (isWorking) await working;
    },
    end: () => {
      stopTimer();
      held.clear();
      controller.abort({ code: 'identify.forgotten' });
    },
  };
}

const readJwtOf = (token: string): JwtFacts | null =>
  tokenKind(token) === 'jwt' ? readJwt(token) : null;

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
