import { ok, type Result } from '../shared/result.ts';
import { openActivity, type Activity } from './activity/activity.ts';
import type { EventBus } from './event-bus.ts';
import type { Clock, ProfileFiles } from './ports.ts';
import { readClientIdentifier } from './profile/client-identifier.ts';
import { openUsherIndex, type UsherIndex } from './storage/profile/usher-index.ts';
import { openKeptServers, type KeptServers } from './core/servers/kept-servers.ts';
import { openSettings, type SettingsStore } from './settings/settings.ts';

/** Everything that is read from the profile folder, and written there. */
export interface Documents {
  readonly clientIdentifier: string;
  readonly index: UsherIndex;
  readonly kept: KeptServers;
  readonly settings: SettingsStore;
  readonly activity: Activity;
}

/** One after the other: each may find that the folder can't be used. */
export async function openDocuments(parts: {
  readonly files: ProfileFiles;
  readonly clock: Clock;
  readonly events: EventBus;
}): Promise<Result<Documents>> {
  const { files, clock, events } = parts;
  const now = (): number => clock.now();
  await files.removeParts();
  const clientIdentifier = await readClientIdentifier(files, now);
  if (!clientIdentifier.ok) return clientIdentifier;
  const index = await openUsherIndex(files, now);
  if (!index.ok) return index;
  const kept = await openKeptServers(files, now, () => index.value.isTooNew());
  if (!kept.ok) return kept;
  const settings = await openSettings(files, now, events);
  if (!settings.ok) return settings;
  const activity = await openActivity({ files, clock, events });
  if (!activity.ok) return activity;
  return ok({
    clientIdentifier: clientIdentifier.value,
    index: index.value,
    kept: kept.value,
    settings: settings.value,
    activity: activity.value,
  });
}
