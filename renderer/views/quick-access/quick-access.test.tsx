import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type {
  QuickBridge,
  QuickChange,
  QuickList,
  QuickRequests,
} from '../../../shared/quick-access.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { testData } from '../../bridge/test-data.ts';
import { QuickAccess } from './quick-access.tsx';

afterEach(cleanup);

const hide = vi.fn();
beforeEach(() => {
  hide.mockClear();
  vi.stubGlobal('close', hide);
});

type Asked = { readonly [Name in keyof QuickRequests]?: QuickRequests[Name]['input'] };

/** Main's twin behind the door of quick access. */
async function start(copied: Result<unknown> = minted()) {
  const { app, tokens, clipboard, usedServers, settings } = testData.snapshot();
  const account = testData.account();
  const servers = [
    {
      accountId: account.id,
      servers: ['Attic', 'Cabin', 'Loft'].map((name) =>
        testData.server({ accountId: account.id, id: testData.serverId(name), name }),
      ),
      refreshedAt: testData.now,
      isRefreshing: false,
      error: null,
    },
  ];
  const { tokenForm, isReusing, pinnedServers, isHidingAfterCopy } = settings;
  const list: QuickList = {
    ...{ app, accounts: [account], servers, tokens, clipboard, usedServers },
    settings: { tokenForm, isReusing, pinnedServers, isHidingAfterCopy },
  };
  const asked: Asked[] = [];
  const listeners: ((told: QuickChange) => void)[] = [];
  const bridge = {
    request: (name: keyof QuickRequests, input: unknown) => {
      if (name !== 'quick.list') asked.push({ [name]: input });
      if (name === 'quick.list') return Promise.resolve(ok(list));
      return Promise.resolve(name === 'server.copyToken' ? copied : ok(null));
    },
    subscribe: (listener: (told: QuickChange) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as QuickBridge;
  render(() => <QuickAccess bridge={bridge} />);
  await screen.findByRole('combobox', { name: 'Copy a token or search' });
  return { asked, tell: (told: QuickChange) => listeners.forEach((listener) => listener(told)) };
}

const minted = (): Result<unknown> => ok({ kind: 'copied', token: testData.token() });
const field = () => screen.getByRole<HTMLInputElement>('combobox');
const key = (name: string, held: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...held });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const marked = () => screen.getByRole('option', { selected: true }).textContent;
const names = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

it('begins with the servers at hand, each with its key, and copies by Enter or by a number', async () => {
  const { asked } = await start();
  expect(document.activeElement).toBe(field());
  expect(names()[0]).toMatch(/^Attic.*↵$/);
  expect(names()[1]).toMatch(/2$/);
  key('Enter');
  await waitFor(() => expect(hide).toHaveBeenCalledOnce());
  key('2');
  await waitFor(() => expect(hide).toHaveBeenCalledTimes(2));
  expect(asked.map((one) => Object.keys(one)[0])).toEqual(['server.copyToken', 'server.copyToken']);
  expect(asked[0]).toMatchObject({ 'server.copyToken': { mode: 'reuse' } });
});

it('takes a digit for a letter once something is typed', async () => {
  const { asked } = await start();
  type('att');
  expect(fireEvent.keyDown(field(), { key: '1' })).toBe(true);
  expect(asked).toEqual([]);
  expect(names()[0]).toMatch(/↵$/);
  expect(names().some((name) => /\d$/.test(name))).toBe(false);
});

it('leads to the window for everything else: no settings of its own, no token that is there, no pin', async () => {
  const { asked } = await start();
  type('settings');
  expect(names()).toHaveLength(1);
  key('Enter');
  expect(asked).toEqual([{ 'quick.open': { view: { view: 'settings' } } }]);
  type('clipboard');
  expect(screen.queryAllByRole('option')).toEqual([]);
  type('attic');
  key('Tab');
  expect(names().some((name) => name.includes('Pin'))).toBe(false);
  key('o', { ctrlKey: true });
  expect(asked.at(-1)).toEqual({ 'quick.open': { view: null } });
});

it('stays after copying where that is wanted, and shows how long the token is on the clipboard', async () => {
  const { tell } = await start();
  tell({
    settings: { tokenForm: 'raw', isReusing: true, pinnedServers: [], isHidingAfterCopy: false },
  });
  key('Enter');
  tell({
    clipboard: {
      ...{ kind: 'holding', label: 'Attic', what: 'transientToken', tokenId: null, form: 'raw' },
      ...{ remainingMs: 290_000, totalMs: 300_000, failure: null, isKeptFromHistory: true },
    },
  });
  expect((await screen.findByRole('timer')).textContent).toBe('4 min');
  expect(hide).not.toHaveBeenCalled();
});

it('says what went wrong, and goes by Escape alone', async () => {
  await start(err({ code: 'network.timeout', limitMs: 1_000 }));
  key('Enter');
  expect((await screen.findByRole('alert')).textContent).toContain('Try again');
  expect(hide).not.toHaveBeenCalled();
  key('Escape');
  expect(hide).toHaveBeenCalledOnce();
});

it('is as at first when it was hidden', async () => {
  const { tell } = await start();
  type('attic');
  tell({ isHidden: true });
  expect(field().value).toBe('');
  expect(document.activeElement).toBe(field());
  expect(marked()).toMatch(/^Attic/);
});
