import * as v from 'valibot';
import { commands, mostUsedCommands, type Command } from '../../shared/model/command.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import { shortcutPattern } from '../../shared/model/shortcut.ts';
import {
  activityTimes,
  clipboardTimes,
  defaultSettings,
  starts,
  themes,
  type Settings,
} from '../../shared/model/state.ts';
import { tokenForms, type SecretStorage } from '../../shared/model/token.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { openJsonDocument } from '../storage/profile/json-document.ts';
import type { EventBus } from './event-bus.ts';
import { keptViewSchema } from './kept-view-schema.ts';

/** What the person has chosen, kept in `settings.json`. */
export interface SettingsStore {
  value(): Settings;
  update(change: (settings: Settings) => Settings): Promise<Result<Settings>>;
  /** The defaults of all that is a choice; what stands for servers and accounts stays. */
  reset(): Promise<Result<Settings>>;
  /** The pinned servers that are kept there. Those of the session are gone when Usher quits. */
  changePins(
    where: SecretStorage | 'both',
    change: (pinned: readonly ServerRef[]) => readonly ServerRef[],
  ): Promise<Result<null>>;
  /** That the person has chosen it in the palette just now. */
  noteCommand(command: Command): Promise<Result<null>>;
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
}

const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.transform((text) => text as Id),
  );

const usedCommand = v.object({ command: v.picklist(commands), usedAt: v.number() });

const schema = v.object({
  isKeepAliveOn: v.optional(v.boolean(), defaultSettings.isKeepAliveOn),
  isNotifying: v.optional(v.boolean(), defaultSettings.isNotifying),
  isMintingAnew: v.optional(v.boolean(), defaultSettings.isMintingAnew),
  tokenForm: v.optional(v.picklist(tokenForms), defaultSettings.tokenForm),
  isReusing: v.optional(v.boolean(), defaultSettings.isReusing),
  clipboardSeconds: v.optional(v.picklist(clipboardTimes), defaultSettings.clipboardSeconds),
  activityDays: v.optional(v.picklist(activityTimes), defaultSettings.activityDays),
  theme: v.optional(v.picklist(themes), defaultSettings.theme),
  startWith: v.optional(v.picklist(starts), defaultSettings.startWith),
  isInBackground: v.optional(v.boolean(), defaultSettings.isInBackground),
  isBackgroundTold: v.optional(v.boolean(), defaultSettings.isBackgroundTold),
  // Of another kind of computer's the rest is worth as much.
  quickShortcut: v.fallback(
    v.optional(v.nullable(v.pipe(v.string(), v.regex(shortcutPattern))), null),
    null,
  ),
  isHidingAfterCopy: v.optional(v.boolean(), defaultSettings.isHidingAfterCopy),
  lastView: v.fallback(v.optional(v.nullable(keptViewSchema), null), null),
  insecureServerIds: v.optional(v.array(id<ServerId>()), []),
  insecureSince: v.optional(v.record(v.string(), v.number()), {}),
  pinnedServers: v.optional(
    v.array(v.object({ accountId: id<AccountId>(), serverId: id<ServerId>() })),
    [],
  ),
  // One that only a later Usher has is not worth the choices beside it.
  usedCommands: v.fallback(v.optional(v.array(usedCommand), []), []),
});

export async function openSettings(
  files: ProfileFiles,
  now: () => number,
  events: EventBus,
): Promise<Result<SettingsStore>> {
  const opened = await openJsonDocument({
    files,
    name: 'settings.json',
    schema,
    empty: v.parse(schema, {}),
    version: 1,
    // An account that is signed out leaves nothing in the backup either.
    removableIn: ({ pinnedServers, lastView }) => [
      ...pinnedServers.map(({ accountId }) => accountId),
      ...(lastView !== null && 'accountId' in lastView ? [lastView.accountId] : []),
    ],
    now,
  });
  if (!opened.ok) return opened;
  const document = opened.value;
  let sessionPins: readonly ServerRef[] = [];

  const value = (): Settings => {
    const kept = document.value();
    return { ...kept, pinnedServers: [...kept.pinnedServers, ...sessionPins] };
  };
  const emitState = (): void => events.emit({ settings: value() });
  document.onTakenOver(emitState);

  const updateKept = (change: (settings: Settings) => Settings): Promise<Result<null>> =>
    document.update((settings) => {
      const { insecureServerIds, pinnedServers, usedCommands, ...rest } = change(settings);
      return {
        ...rest,
        insecureServerIds: [...insecureServerIds],
        pinnedServers: [...pinnedServers],
        usedCommands: [...usedCommands],
      };
    });

  const update: SettingsStore['update'] = async (change) => {
    const updated = await updateKept(change);
    if (!updated.ok) return updated;
    emitState();
    return ok(value());
  };

  return ok({
    value,
    watch: () => document.watch(),
    update,
    reset: () =>
      update(
        ({ insecureServerIds, insecureSince, pinnedServers, usedCommands, isBackgroundTold }) => ({
          ...defaultSettings,
          ...{ insecureServerIds, insecureSince, pinnedServers, usedCommands, isBackgroundTold },
        }),
      ),
    noteCommand: async (command) => {
      const updated = await update((present) => ({
        ...present,
        usedCommands: [
          { command, usedAt: now() },
          ...present.usedCommands.filter((used) => used.command !== command),
        ].slice(0, mostUsedCommands),
      }));
      return updated.ok ? ok(null) : updated;
    },
    changePins: async (where, change) => {
      if (where !== 'keychain') sessionPins = change(sessionPins);
      const updated =
        where === 'session'
          ? ok(null)
          : await updateKept((kept) => ({ ...kept, pinnedServers: change(kept.pinnedServers) }));
      emitState();
      return updated;
    },
  });
}
