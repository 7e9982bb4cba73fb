import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { AccountId } from '../../shared/model/ids.ts';
import { defaultSettings } from '../../shared/model/state.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock, ProfileFiles } from '../ports.ts';
import type { AccountEntry, IndexContent } from '../storage/profile/index-content.ts';
import { openJsonDocument } from '../storage/profile/json-document.ts';
import { openUsherIndex, type UsherIndex } from '../storage/profile/usher-index.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Avatars } from './accounts/avatars.ts';
import { openActivity, type Activity } from './activity.ts';
import type { AppTokens } from './app-tokens/app-tokens.ts';
import type { Devices } from './devices/devices.ts';
import { DAY_MS } from '../timing.ts';
import type { EventBus } from './event-bus.ts';
import { openKeptServers, type KeptServers } from './servers/kept-servers.ts';
import type { ServerDirectory } from './servers/server-directory.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import type { SignOutList } from './sign-out/sign-out-list.ts';
import type { Sources } from './sources.ts';
import type { TransientTokens } from './tokens/transient-tokens.ts';

/** Everything that is read from the profile folder, and written there. */
export interface Documents {
  readonly clientIdentifier: string;
  readonly index: UsherIndex;
  readonly kept: KeptServers;
  readonly settings: SettingsStore;
  readonly activity: Activity;
}

/** All at once: whoever starts waits for the disk once and not five times. */
export async function openDocuments(parts: {
  readonly files: ProfileFiles;
  readonly clock: Clock;
  readonly events: EventBus;
}): Promise<Result<Documents>> {
  const { files, clock, events } = parts;
  const now = (): number => clock.now();
  await files.removeParts();
  const opening = openUsherIndex(files, now);
  const isReadOnly = async (): Promise<boolean> => {
    const opened = await opening;
    return opened.ok && opened.value.isTooNew();
  };
  const settingsOpening = openSettings(files, now, events);
  let chosen: SettingsStore | null = null;
  void settingsOpening.then((opened) => {
    if (opened.ok) chosen = opened.value;
  });
  const keptForMs = (): number => (chosen?.value() ?? defaultSettings).activityDays * DAY_MS;
  const [clientIdentifier, index, kept, settings, activity] = await Promise.all([
    readClientIdentifier(files, now),
    opening,
    openKeptServers(files, now, isReadOnly),
    settingsOpening,
    openActivity({ files, clock, events, keptForMs }),
  ]);
  // Each may find that the folder can't be used.
  if (!clientIdentifier.ok) return clientIdentifier;
  if (!index.ok) return index;
  if (!kept.ok) return kept;
  if (!settings.ok) return settings;
  if (!activity.ok) return activity;
  return ok({
    clientIdentifier: clientIdentifier.value,
    index: index.value,
    kept: kept.value,
    settings: settings.value,
    activity: activity.value,
  });
}

/** Shows what other processes change in the index, and lets go of what is held here of accounts that they removed. */
export function followOthers(deps: {
  readonly index: UsherIndex;
  readonly accounts: Accounts;
  readonly avatars: Avatars;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly appTokens: Pick<AppTokens, 'emit'>;
  readonly sources: Sources;
  readonly devices: Devices;
  readonly board: SignOutList;
}): void {
  const { index, accounts, avatars, servers, tokens, appTokens, sources, devices, board } = deps;

  const letGo = (accountId: AccountId): void => {
    avatars.forget(accountId);
    sources.forget(accountId);
    devices.forget(accountId);
    void servers.forget(accountId);
    // Those of this session, which the other process knows nothing of.
    void tokens.forgetAllOf(accountId);
  };

  const takeUp = ({ id, thumbUrl }: AccountEntry): void => {
    avatars.forget(id);
    avatars.fetch(id, thumbUrl);
    void servers.refresh(id);
  };

  index.onTakenOver((before) => {
    const present = index.content();
    for (const { id } of before.accounts) if (!has(present, id)) letGo(id);
    accounts.emit();
    tokens.emit();
    appTokens.emit();
    board.emit();
    for (const entry of present.accounts) if (!hasToken(before, entry)) takeUp(entry);
  });
}

const has = ({ accounts }: IndexContent, accountId: AccountId): boolean =>
  accounts.some(({ id }) => id === accountId);

const hasToken = ({ accounts }: IndexContent, { secretKey }: AccountEntry): boolean =>
  accounts.some((one) => one.secretKey === secretKey);

/**
 * One stable client identifier per installation: Plex takes each new one for a new device
 * (https://developer.plex.tv/pms/, "Headers"). It has a file of its own, so that a lost index does not lose it.
 */
async function readClientIdentifier(
  files: ProfileFiles,
  now: () => number,
): Promise<Result<string>> {
  const opened = await openJsonDocument({
    files,
    name: 'installation.json',
    schema: v.object({ clientIdentifier: v.string() }),
    empty: { clientIdentifier: '' },
    version: 1,
    now,
  });
  if (!opened.ok) return opened;
  const known = opened.value.value().clientIdentifier;
  if (known !== '') return ok(known);
  const made = randomUUID();
  const kept = await opened.value.update((content) =>
    content.clientIdentifier === '' ? { clientIdentifier: made } : content,
  );
  return kept.ok ? ok(opened.value.value().clientIdentifier) : kept;
}
