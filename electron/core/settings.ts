import * as v from 'valibot';
import type { ServerId } from '../../shared/model/ids.ts';
import { defaultSettings, type Settings } from '../../shared/model/state.ts';
import { tokenForms } from '../../shared/model/token.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { openJsonDocument } from '../storage/profile/json-document.ts';
import type { EventBus } from './event-bus.ts';

/** What the person has chosen, kept in `settings.json`. */
export interface SettingsStore {
  value(): Settings;
  update(change: (settings: Settings) => Settings): Promise<Result<Settings>>;
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
}

const schema = v.object({
  isKeepAliveOn: v.optional(v.boolean(), defaultSettings.isKeepAliveOn),
  isNotifying: v.optional(v.boolean(), defaultSettings.isNotifying),
  isMintingAnew: v.optional(v.boolean(), defaultSettings.isMintingAnew),
  tokenForm: v.optional(v.picklist(tokenForms), defaultSettings.tokenForm),
  insecureServerIds: v.optional(
    v.array(
      v.pipe(
        v.string(),
        v.transform((text) => text as ServerId),
      ),
    ),
    [],
  ),
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
    now,
  });
  if (!opened.ok) return opened;
  const document = opened.value;
  const emitState = (): void => events.emit({ settings: document.value() });
  document.onTakenOver(emitState);
  return ok({
    value: () => document.value(),
    watch: () => document.watch(),
    update: async (change) => {
      const updated = await document.update((settings) => {
        const { insecureServerIds, ...rest } = change(settings);
        return { ...rest, insecureServerIds: [...insecureServerIds] };
      });
      if (!updated.ok) return updated;
      emitState();
      return ok(document.value());
    },
  });
}
