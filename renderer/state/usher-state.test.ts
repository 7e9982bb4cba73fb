import { createRoot } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { createTestBridge, type TestBridge } from '../bridge/create-test-bridge.ts';
import { testData } from '../bridge/test-data.ts';
import type { State } from '../../shared/model/state.ts';
import { createUsherState, loadState, type UsherState } from './usher-state.ts';

function withState(
  change: Partial<State>,
  act: (state: UsherState, bridge: TestBridge, dispose: () => void) => void,
): void {
  const snapshot = testData.snapshot(change);
  const bridge = createTestBridge(snapshot);
  createRoot((dispose) => {
    act(createUsherState(bridge, snapshot), bridge, dispose);
    dispose();
  });
}

const list = (account: string, ...servers: string[]) => ({
  accountId: testData.accountId(account),
  servers: servers.map((id) =>
    testData.server({
      accountId: testData.accountId(account),
      id: testData.serverId(id),
      name: id,
    }),
  ),
  refreshedAt: testData.now,
  isRefreshing: false,
  error: null,
});

describe('the page’s copy of main’s state', () => {
  it('takes what main tells over what it had', () =>
    withState({}, (state, bridge) => {
      bridge.emit({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
      bridge.emit({ accounts: [testData.account()] });
      bridge.emit({
        signIn: {
          kind: 'password',
          attemptId: testData.attemptId('1'),
          phase: 'submitting',
          error: null,
        },
      });
      expect(state.vault).toEqual({ kind: 'unusable', error: { code: 'vault.locked' } });
      expect(state.accounts.map((account) => account.title)).toEqual(['Maja Lind']);
      expect(state.signIn.kind).toBe('password');
    }));

  it('keeps nothing of a verdict that has changed its kind', () =>
    withState({ accounts: [testData.account()] }, (state, bridge) => {
      const verdict = { kind: 'unknown', reason: 'network.offline', lastProvedAt: null } as const;
      bridge.emit({ accounts: [testData.account({ verdict })] });
      expect(state.accounts[0]?.verdict).toEqual(verdict);
    }));

  it('keeps the servers of one account when another’s come', () =>
    withState({ servers: [list('a', 'attic')] }, (state, bridge) => {
      bridge.emit({ servers: [list('b', 'cellar')] });
      bridge.emit({ servers: [list('a', 'attic', 'shed')] });
      expect(state.servers.map((each) => each.servers.map((server) => server.name))).toEqual([
        ['attic', 'shed'],
        ['cellar'],
      ]);
    }));

  it('takes over a single server of one account, and leaves its namesake of another', () =>
    withState({ servers: [list('a', 'attic', 'shed'), list('b', 'shed')] }, (state, bridge) => {
      const { servers } = list('a', 'shed');
      bridge.emit({
        changedServers: servers.map((server) => ({ ...server, isOnline: false })),
      });
      expect(state.servers.map((each) => each.servers.map(({ isOnline }) => isOnline))).toEqual([
        [true, false],
        [true],
      ]);
    }));

  it('keeps a row that did not change the same row', () =>
    withState({ tokens: [testData.token()] }, (state, bridge) => {
      const before = state.tokens[0];
      const second = testData.token({ id: testData.tokenId('token-2') });
      bridge.emit({ tokens: [second, testData.token({ remainingMs: 5 })] });
      expect(state.tokens[1]).toBe(before);
      expect(state.tokens[1]?.remainingMs).toBe(5);
    }));

  it('stops listening when it goes', () =>
    withState({}, (state, bridge, dispose) => {
      dispose();
      bridge.emit({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
      expect(state.vault).toEqual({ kind: 'ready' });
    }));
});

describe('taking the snapshot', () => {
  it('misses nothing that is told while the answer is under way', async () => {
    const bridge = createTestBridge(testData.snapshot());
    bridge.answer('app.snapshot', async () => {
      const value = testData.snapshot({ servers: [list('a', 'attic'), list('b', 'cellar')] });
      bridge.emit({ accounts: [testData.account()] });
      bridge.emit({ servers: [list('a', 'attic', 'shed')] });
      await Promise.resolve();
      return { ok: true, value };
    });
    const result = await loadState(bridge);
    expect(result).toMatchObject({
      ok: true,
      value: { accounts: [{ title: 'Maja Lind' }], vault: { kind: 'ready' } },
    });
    const counts = result.ok ? result.value.servers.map((each) => each.servers.length) : [];
    expect(counts.toSorted()).toEqual([1, 2]);
  });
});
