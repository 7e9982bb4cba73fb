import { createSignal, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { EventName, Events, UsherBridge } from '../../shared/contract.ts';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { DeviceList } from '../../shared/model/device.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { ServerList } from '../../shared/model/server.ts';
import type { Snapshot } from '../../shared/model/state.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';
import type { UsherState } from './usher-state.ts';

interface Lists {
  accounts: readonly AccountSummary[];
  servers: readonly ServerList[];
  devices: readonly DeviceList[];
  tokens: readonly TransientTokenSummary[];
}

/**
 * The page's copy of main's state: `start` is the snapshot, `bridge` tells what changes after it.
 * Lists are reconciled, so that a row keeps its element (and its focus) when another one changes. The states that
 * are told apart by `kind` are replaced whole, so that one which was narrowed stays what it was narrowed to.
 */
export function createUsherState(bridge: UsherBridge, start: Snapshot): UsherState {
  const [lists, setLists] = createStore<Lists>({
    accounts: start.accounts,
    servers: start.servers,
    devices: start.devices,
    tokens: start.tokens,
  });
  const [vault, setVault] = createSignal(start.vault);
  const [vaultActivity, setVaultActivity] = createSignal(start.vaultActivity);
  const [identification, setIdentification] = createReceived(start.identification);
  const [clipboard, setClipboard] = createReceived(start.clipboard);
  const [signIn, setSignIn] = createReceived(start.signIn);
  const [accountsReceivedAt, setAccountsReceivedAt] = createSignal(performance.now());
  const [signOuts, setSignOuts] = createSignal(start.signOuts);
  const [repair, setRepair] = createSignal(start.repair);
  const [tokensReceivedAt, setTokensReceivedAt] = createSignal(performance.now());
  const [revocations, setRevocations] = createSignal(start.revocations);
  const [notices, setNotices] = createSignal(start.notices);
  const [attention, setAttention] = createSignal(start.attention);
  const [settings, setSettings] = createSignal(start.settings);
  const [activity, setActivity] = createSignal(start.activity);

  const listen = <Name extends EventName>(name: Name, listener: (state: Events[Name]) => void) =>
    onCleanup(bridge.subscribe(name, listener));

  listen('vault.changed', (state) => setVault(state));
  listen('vaultActivity.changed', (state) => setVaultActivity(state));
  listen('accounts.changed', (state) => {
    setAccountsReceivedAt(performance.now());
    setLists('accounts', reconcile(state, { key: 'id' }));
  });
  listen('servers.changed', (list) =>
    setLists('servers', (known) => reconcile(withList(known, list), { key: 'id' })(known)),
  );
  listen('devices.changed', (list) =>
    setLists('devices', (known) => reconcile(withList(known, list), { key: 'id' })(known)),
  );
  listen('revocations.changed', (state) => setRevocations(state));
  listen('tokens.changed', (state) => {
    setTokensReceivedAt(performance.now());
    setLists('tokens', reconcile(state, { key: 'id' }));
  });
  listen('identification.changed', setIdentification);
  listen('clipboard.changed', setClipboard);
  listen('signIn.changed', setSignIn);
  listen('repair.changed', (state) => setRepair(state));
  listen('signOuts.changed', (state) => setSignOuts(state));
  listen('notices.changed', (state) => setNotices(state));
  listen('attention.changed', (state) => setAttention(state));
  listen('settings.changed', (state) => setSettings(state));
  listen('activity.changed', (state) => setActivity(state));

  return {
    app: start.app,
    get vault() {
      return vault();
    },
    get vaultActivity() {
      return vaultActivity();
    },
    get accounts() {
      return lists.accounts;
    },
    get servers() {
      return lists.servers;
    },
    get devices() {
      return lists.devices;
    },
    get revocations() {
      return revocations();
    },
    get tokens() {
      return lists.tokens;
    },
    get identification() {
      return identification().value;
    },
    get clipboard() {
      return clipboard().value;
    },
    get signIn() {
      return signIn().value;
    },
    get signOuts() {
      return signOuts();
    },
    get repair() {
      return repair();
    },
    get attention() {
      return attention();
    },
    get notices() {
      return notices();
    },
    get settings() {
      return settings();
    },
    get activity() {
      return activity();
    },
    receivedAt: {
      get accounts() {
        return accountsReceivedAt();
      },
      get tokens() {
        return tokensReceivedAt();
      },
      get identification() {
        return identification().at;
      },
      get clipboard() {
        return clipboard().at;
      },
      get signIn() {
        return signIn().at;
      },
    },
  };
}

function createReceived<Value>(
  start: Value,
): readonly [() => { readonly value: Value; readonly at: number }, (value: Value) => void] {
  const [received, setReceived] = createSignal({ value: start, at: performance.now() });
  return [received, (value) => setReceived({ value, at: performance.now() })];
}

function withList<List extends { readonly accountId: AccountId }>(
  known: readonly List[],
  list: List,
): readonly List[] {
  const isKnown = known.some((each) => each.accountId === list.accountId);
  return isKnown
    ? known.map((each) => (each.accountId === list.accountId ? list : each))
    : [...known, list];
}
