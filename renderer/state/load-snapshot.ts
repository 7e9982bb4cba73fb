import type { EventName, Events, UsherBridge } from '../../shared/contract.ts';
import type { Snapshot } from '../../shared/model/state.ts';
import { ok, type Result } from '../../shared/result.ts';

type Told = { [Name in Exclude<EventName, 'servers.changed' | 'devices.changed'>]?: Events[Name] };

/**
 * Asks for the snapshot while already listening. What is told while the answer is under way is at least as new as the
 * answer, and counts over it; otherwise a change in that moment would be missed for good.
 */
export async function loadSnapshot(bridge: UsherBridge): Promise<Result<Snapshot>> {
  const told: Told = {};
  const lists = new Map<string, Events['servers.changed']>();
  const devices = new Map<string, Events['devices.changed']>();
  const ends = [
    bridge.subscribe('vault.changed', (state) => (told['vault.changed'] = state)),
    bridge.subscribe('vaultActivity.changed', (state) => (told['vaultActivity.changed'] = state)),
    bridge.subscribe('accounts.changed', (state) => (told['accounts.changed'] = state)),
    bridge.subscribe('tokens.changed', (state) => (told['tokens.changed'] = state)),
    bridge.subscribe('identification.changed', (state) => (told['identification.changed'] = state)),
    bridge.subscribe('clipboard.changed', (state) => (told['clipboard.changed'] = state)),
    bridge.subscribe('signIn.changed', (state) => (told['signIn.changed'] = state)),
    bridge.subscribe('repair.changed', (state) => (told['repair.changed'] = state)),
    bridge.subscribe('signOuts.changed', (state) => (told['signOuts.changed'] = state)),
    bridge.subscribe('notices.changed', (state) => (told['notices.changed'] = state)),
    bridge.subscribe('attention.changed', (state) => (told['attention.changed'] = state)),
    bridge.subscribe('settings.changed', (state) => (told['settings.changed'] = state)),
    bridge.subscribe('activity.changed', (state) => (told['activity.changed'] = state)),
    bridge.subscribe('revocations.changed', (state) => (told['revocations.changed'] = state)),
    bridge.subscribe('devices.changed', (list) => devices.set(list.accountId, list)),
    bridge.subscribe('servers.changed', (list) => lists.set(list.accountId, list)),
  ];
  try {
    const answer = await bridge.request('app.snapshot', {});
    if (!answer.ok) return answer;
    const base = answer.value;
    return ok({
      app: base.app,
      vault: told['vault.changed'] ?? base.vault,
      vaultActivity: told['vaultActivity.changed'] ?? base.vaultActivity,
      accounts: told['accounts.changed'] ?? base.accounts,
      servers: [...base.servers.filter((list) => !lists.has(list.accountId)), ...lists.values()],
      devices: [
        ...base.devices.filter((list) => !devices.has(list.accountId)),
        ...devices.values(),
      ],
      revocations: told['revocations.changed'] ?? base.revocations,
      tokens: told['tokens.changed'] ?? base.tokens,
      identification: told['identification.changed'] ?? base.identification,
      clipboard: told['clipboard.changed'] ?? base.clipboard,
      signIn: told['signIn.changed'] ?? base.signIn,
      repair: told['repair.changed'] ?? base.repair,
      signOuts: told['signOuts.changed'] ?? base.signOuts,
      notices: told['notices.changed'] ?? base.notices,
      attention: told['attention.changed'] ?? base.attention,
      settings: told['settings.changed'] ?? base.settings,
      activity: told['activity.changed'] ?? base.activity,
    });
  } finally {
    for (const end of ends) end();
  }
}
