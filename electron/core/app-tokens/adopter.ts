import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import {
  noAdoption,
  type Adoption,
  type AdoptionOffer,
  type FoundPlace,
  type KeptElsewhere,
  type TokenUse,
  type UnreadFile,
} from '../../../shared/model/adoption.ts';
import { appNameLimit } from '../../../shared/model/app-token.ts';
import { identificationLifeMs, type FoundToken } from '../../../shared/model/identification.ts';
import type { AccountId, AppTokenId, FoundTokenId, TokenUseId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { TokenInConfig } from '../../destinations/find-in-config.ts';
import type { DestinationFiles, Log, ScreenLock } from '../../ports.ts';
import { createBatch, type Batch } from '../identify/batch.ts';
import { tellToken, type TellingDeps } from '../identify/identifier.ts';
import type { Asked } from './app-destinations.ts';
import type { Unwritten } from './app-token-changes.ts';
import type { EventBus } from '../event-bus.ts';
import { isSamePlace, plainOf, type AppTokens } from './app-tokens.ts';

/**
 * Finds the tokens that programs use in their config files, tells whose they are, and gives each program one of its own in
 * their place. It revokes none: what is found may serve elsewhere. What was found is held in memory, and in no file, until
 * it is forgotten.
 */
export interface Adopter {
  state(): Adoption;
  /**
   * Looks through files and folders, or the usual places, and goes on to ask about what is found there. Takes the place of
   * what was held before.
   */
  look(paths: readonly string[] | null): Promise<Adoption>;
  /** Resolves once every token has been asked about, or is forgotten. */
  settled(): Promise<Adoption>;
  /**
   * Makes an app token for one program, and writes it where the found one stands; where another stands meanwhile it is
   * `destination.changed`. Errors: `identify.forgotten`, and those of `AppTokens.add`.
   */
  adopt(
    id: TokenUseId,
    accountId: AccountId,
    asked: Asked,
  ): Promise<Result<{ readonly id: AppTokenId; readonly unwritten: readonly Unwritten[] }>>;
  forget(): void;
}

export interface AdopterDeps extends TellingDeps {
  readonly appTokens: Pick<AppTokens, 'recognize' | 'summaries' | 'add'>;
  readonly files: Pick<DestinationFiles, 'list' | 'read'>;
  readonly screenLock: ScreenLock;
  readonly events: EventBus;
  readonly log: Log;
}

/** As for a pasted text: more would be a flood of questions to Plex. */
const mostTokens = 40;

/** What was found, and not what is known of it. */
interface Look {
  readonly batch: Batch;
  readonly uses: ReadonlyMap<FoundTokenId, readonly HeldUse[]>;
  readonly elsewhere: readonly KeptElsewhere[];
  readonly unread: readonly UnreadFile[];
}

type HeldUse = Pick<TokenUse, 'id' | 'appName' | 'program' | 'places'>;

export function createAdopter(deps: AdopterDeps): Adopter {
  const { accounts, appTokens, files, clock, events, log } = deps;
  let present: Look | null = null;
  let stopWatching = (): void => undefined;
  const adopted = new Set<TokenUseId>();

  const emit = (): void => events.emit({ adoption: state() });

  const drop = (): void => {
    present?.batch.end();
    present = null;
    adopted.clear();
    stopWatching();
  };
  const forget = (): void => {
    if (present === null) return;
    drop();
    emit();
  };

  /** Of one account alone there is nothing to choose. */
  const onlyAccount = (): AccountId | null => {
    const [only, ...others] = accounts
      .summaries()
      .filter(({ status, homeOf }) => status === 'ready' && homeOf === null);
    return only !== undefined && others.length === 0 ? only.id : null;
  };
  /** A Home user can have no app token. */
  const unlessHomeUser = (id: AccountId | null): AccountId | null =>
    accounts.summaries().some((one) => one.id === id && one.homeOf === null) ? id : null;

  const accountFor = ({ finding }: FoundToken): AccountId | null => {
    switch (finding.kind) {
      case 'account':
        // SECURITY: a program is not moved to another's account unless the person names that.
        return unlessHomeUser(finding.account.here?.accountId ?? null);
      case 'server':
        return unlessHomeUser(finding.accessTokenOf) ?? onlyAccount();
      default:
        return onlyAccount();
    }
  };

  const withTaken = (place: FoundPlace): FoundPlace => {
    const isTaken = appTokens
      .summaries()
      .some((app) => app.destinations.some((one) => isSamePlace(one, place.destination)));
    return isTaken ? { ...place, trouble: place.trouble ?? 'destination.taken' } : place;
  };

  const offerOf = (
    found: FoundToken,
    use: HeldUse,
    places: readonly FoundPlace[],
  ): AdoptionOffer => {
    const app = appTokens.summaries().find(({ id }) => id === found.appToken?.id);
    const isKept = ({ destination }: FoundPlace): boolean =>
      app?.destinations.some((one) => isSamePlace(one, destination)) === true;
    if (adopted.has(use.id)) return { kind: 'adopted' };
    switch (found.finding.kind) {
      case 'waiting':
      case 'asking':
      case 'unknown':
        return { kind: 'unchecked' };
      case 'claimCode':
      case 'localToken':
      case 'notFromPlex':
        return { kind: 'noToken' };
      default:
        if (places.every(isKept)) return { kind: 'isAppToken' };
        if (places.every(({ trouble }) => trouble !== null)) return { kind: 'unwritable' };
        return { kind: 'offered', accountId: accountFor(found) };
    }
  };

  const useOf = (found: FoundToken, use: HeldUse): TokenUse => {
    const places = use.places.map(withTaken);
    return { ...use, places, offer: offerOf(found, use, places) };
  };

  const state = (): Adoption => {
    if (present === null) return noAdoption;
    const { batch, uses, elsewhere, unread } = present;
    const { tokens, isCutOff, remainingMs } = batch.state();
    return {
      ...{ isScanned: true, elsewhere, unread, isCutOff, remainingMs },
      tokens: tokens.map((found) => ({
        found,
        ...ownersOf(found),
        uses: (uses.get(found.id) ?? []).map((use) => useOf(found, use)),
      })),
    };
  };

  const look: Adopter['look'] = async (paths) => {
    const listed = await files.list(paths);
    const { findInConfig, findOwnStore } = await import('../../destinations/find-in-config.ts');
    const found = new Map<string, TokenInConfig[]>();
    const elsewhere: KeptElsewhere[] = [];
    const unread: UnreadFile[] = [];
    let { isCutOff } = listed;
    for (const path of listed.files) {
      const text = await files.read(path);
      const store = findOwnStore(path, text.ok ? text.value : null);
      if (store !== null) {
        const { name, source, changedBy } = store;
        elsewhere.push({ name, source, path, changedBy });
        continue;
      }
      const tokens = text.ok ? findInConfig(path, text.value) : text;
      if (!tokens.ok) unread.push({ path, reason: tokens.error.code });
      for (const one of tokens.ok ? tokens.value : []) {
        const others = found.get(one.token);
        if (others !== undefined) others.push(one);
        else if (found.size < mostTokens) found.set(one.token, [one]);
        else isCutOff = true;
      }
    }
    drop();
    // SECURITY: how many, and nothing else of what was found.
    log.info('adopt.looked', { fileCount: listed.files.length, tokenCount: found.size });
    const batch = createBatch({
      tokens: [...found].map(([token, [first]]) => ({
        token,
        place: { field: first?.destination.key ?? null, label: null, host: null },
      })),
      ...{ isCutOff, heldForMs: identificationLifeMs, clock },
      ask: (asked) => tellToken(deps, asked),
      onChanged: () => present?.batch === batch && emit(),
      onOver: forget,
    });
    const takenNames = new Set(appTokens.summaries().map(({ name }) => plainOf(name)));
    const uses = new Map(
      batch.state().tokens.map(({ id }) => {
        const tokens = found.get(batch.find(id)?.token ?? '') ?? [];
        return [id, usesOf(tokens, takenNames)];
      }),
    );
    present = { batch, uses, elsewhere, unread };
    // SECURITY: whoever comes to the computer next has no use for them.
    stopWatching = deps.screenLock.watch(forget);
    batch.start();
    emit();
    return state();
  };

  const adopt: Adopter['adopt'] = async (id, accountId, asked) => {
    const token = state().tokens.find(({ uses }) => uses.some((use) => use.id === id));
    const use = token?.uses.find((one) => one.id === id);
    const held = token === undefined ? null : (present?.batch.find(token.found.id) ?? null);
    if (use?.offer.kind !== 'offered' || held === null) return err({ code: 'identify.forgotten' });
    const destinations = use.places
      .filter(({ trouble }) => trouble === null)
      .map(({ destination }) => destination);
    // The address that stands there is one the program reaches its server by.
    const wanted = { accountId, name: use.appName, serverId: null, destinations };
    const added = await appTokens.add(wanted, asked, held.token);
    if (added.ok) {
      adopted.add(id);
      emit();
    }
    return added.ok ? ok(added.value) : added;
  };

  return {
    ...{ state, look, adopt, forget },
    settled: async () => {
      await present?.batch.settled();
      return state();
    },
  };
}

const ownersOf = ({ finding, appToken }: FoundToken) => {
  const { account, device } =
    finding.kind === 'account' ? finding : { account: null, device: null };
  const isHere = account?.here?.isSameToken === true || device?.isHere === true;
  return {
    isServersOwn: device?.isServer === true,
    isUshersOwn: isHere && appToken === null,
  };
};

/** Of one token. What several files of a program share it uses once; of a program nobody has told of each file is one. */
function usesOf(tokens: readonly TokenInConfig[], takenNames: Set<string>): readonly HeldUse[] {
  const byProgram = new Map<string, TokenInConfig[]>();
  for (const one of tokens) {
    const { preset, destination } = one;
    const folder = preset?.isByFolder === true ? dirname(destination.path) : '';
    const key = preset === null ? destination.path : `${preset.name}\n${folder}`;
    byProgram.set(key, [...(byProgram.get(key) ?? []), one]);
  }
  return [...byProgram.values()].map((group) => ({
    id: randomUUID() as TokenUseId,
    appName: freeName(nameFor(group), takenNames),
    program: programOf(group),
    places: group.map(({ destination, trouble }) => ({ destination, trouble })),
  }));
}

const programOf = ([first]: readonly TokenInConfig[]): TokenUse['program'] => {
  if (first === undefined || first.preset === null) return null;
  const { name, source, restart } = first.preset;
  return { name, source, restart };
};

function nameFor([first]: readonly TokenInConfig[]): string {
  const path = first?.destination.path ?? '';
  if (first?.preset?.isByFolder === true) {
    return `${first.preset.name} ${basename(dirname(path))}`;
  }
  return first?.preset?.name ?? basename(path);
}

/** SECURITY: a file can have any name. */
function freeName(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, appNameLimit - 4);
  let name = clean;
  for (let number = 2; taken.has(plainOf(name)); number += 1) name = `${clean} ${number}`;
  taken.add(plainOf(name));
  return name;
}
