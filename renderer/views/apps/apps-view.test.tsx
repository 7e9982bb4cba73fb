import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import type { TestBridge } from '../../bridge/create-test-bridge.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { AppsView } from './apps-view.tsx';

const maja = testData.account();
const nils = testData.account({ id: testData.accountId('account-2'), title: 'Nils' });
const juno = testData.account({
  id: testData.accountId('account-3'),
  title: 'Juno',
  homeOf: maja.id,
});
const app = testData.appToken();
const show = (
  state: Partial<State> = {},
  prepare: (bridge: TestBridge) => void = () => undefined,
) =>
  renderWithUsher(
    () => <AppsView />,
    { accounts: [maja], ...state },
    { route: { view: 'apps' }, prepare },
  );
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the list of apps', () => {
  it('has main look at every token and file when it opens, and again when told to', async () => {
    const { bridge } = show({ appTokens: [app] }, (test) =>
      test.answer('appToken.refresh', () => ok(null)),
    );
    expect(bridge.calls('appToken.refresh')).toHaveLength(1);
    fireEvent.click(await screen.findByRole('button', { name: 'Refresh apps' }));
    expect(bridge.calls('appToken.refresh')).toHaveLength(2);
  });

  it('says why it could not be refreshed, above what is known', async () => {
    show({ appTokens: [app] }, (test) =>
      test.answer('appToken.refresh', () => err({ code: 'vault.locked' })),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('keychain is locked');
    expect(screen.getByText('Kometa')).toBeDefined();
  });

  it('says what it is for while it is empty, and asks main nothing', () => {
    const { bridge } = show();
    expect(screen.getByText(/loses access only when you revoke that one/)).toBeDefined();
    expect(button('Add app')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Refresh apps' })).toBeNull();
    expect(bridge.calls('appToken.refresh')).toEqual([]);
  });

  it.each([
    ['nobody is signed in', []],
    ['there are only Home users', [juno]],
  ] as const)('leads to signing in where %s', (_, accounts) => {
    const { usher } = show({ accounts });
    fireEvent.click(button('Sign in to an account'));
    expect(usher.route()).toEqual({ view: 'signIn' });
  });

  it('follows main: what is revoked leaves, and keeps the others where they are', () => {
    const other = testData.appToken({ id: testData.appTokenId('app-2'), name: 'Tautulli' });
    const { bridge } = show({ appTokens: [app, other] });
    const kept = screen.getByRole('listitem', { name: 'Tautulli' });
    bridge.emit({ appTokens: [{ ...other, lastSeenAt: testData.now }] });
    expect(screen.queryByText('Kometa')).toBeNull();
    expect(screen.getByRole('listitem', { name: 'Tautulli' })).toBe(kept);
  });
});

describe('adding an app', () => {
  const open = async (state: Partial<State> = {}) => {
    const shown = show(state);
    shown.bridge.answer('appToken.add', () => ok({ appTokenId: app.id }));
    fireEvent.click(button('Add app'));
    return { ...shown, dialog: within(await screen.findByRole('dialog')) };
  };
  const name = (text: string) =>
    fireEvent.input(screen.getByRole('combobox', { name: 'Program' }), { target: { value: text } });
  const submit = () =>
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add app' }));
  const add = async (program = 'Backup') => {
    const shown = await open();
    name(program);
    submit();
    await screen.findByRole('button', { name: 'Choose file…' });
    return shown;
  };

  it('says that the token has the rights of the account, and takes a name', async () => {
    const { bridge, dialog } = await open();
    expect(dialog.getByText(/full access to your account/)).toBeDefined();
    expect(dialog.queryByRole('combobox', { name: 'Account' })).toBeNull();
    name('  Backup ');
    submit();
    expect(bridge.calls('appToken.add')).toEqual([
      { accountId: maja.id, name: 'Backup', serverId: null },
    ]);
  });

  it('knows programs that are meant often', async () => {
    const { bridge } = await open();
    name('taut');
    fireEvent.click(screen.getByRole('option', { name: 'Tautulli' }));
    submit();
    expect(bridge.calls('appToken.add')[0]?.name).toBe('Tautulli');
  });

  it('asks which account where there are several, and never a Home user', async () => {
    const { bridge } = await open({ accounts: [maja, nils, juno] });
    fireEvent.click(screen.getByRole('combobox', { name: 'Account' }));
    expect(screen.queryByRole('option', { name: 'Juno' })).toBeNull();
    fireEvent.click(screen.getByRole('option', { name: 'Nils' }));
    name('Backup');
    submit();
    expect(bridge.calls('appToken.add')[0]?.accountId).toBe(nils.id);
  });

  it('offers the addresses of servers the account owns, and of no others', async () => {
    const cabin = testData.server({
      id: testData.serverId('server-2'),
      name: 'Cabin',
      ownership: 'shared',
    });
    const { bridge } = await open({
      servers: [
        {
          accountId: maja.id,
          servers: [testData.server(), cabin],
          refreshedAt: testData.now,
          isRefreshing: false,
          error: null,
        },
      ],
    });
    name('Backup');
    fireEvent.click(screen.getByRole('combobox', { name: 'Also write a server’s address' }));
    expect(screen.queryByRole('option', { name: 'Cabin' })).toBeNull();
    fireEvent.click(screen.getByRole('option', { name: 'Attic' }));
    submit();
    expect(bridge.calls('appToken.add')[0]?.serverId).toBe(testData.server().id);
  });

  it('says at the name what is wrong with it, and nowhere else', async () => {
    const { bridge, dialog } = await open();
    bridge.answer('appToken.add', () => err({ code: 'appToken.nameTaken' }));
    name('Kometa');
    submit();
    expect((await dialog.findByRole('alert')).textContent).toContain('Choose another name');
    expect(dialog.getAllByRole('alert')).toHaveLength(1);
    name('Kometa 2');
    expect(dialog.queryByRole('alert')).toBeNull();
  });

  it('goes on with where the program reads its token', async () => {
    const { announced } = await add();
    expect(
      screen.getByRole('dialog', { name: /^Where does .Backup. read its token/ }),
    ).toBeDefined();
    expect(announced.at(-1)).toMatch(/^.Backup. added$/);
  });

  it('knows where some programs read it', async () => {
    await add('kometa');
    expect(screen.getByRole('combobox', { name: 'Format' }).textContent).toBe('YAML');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Key' }).value).toBe('plex.token');
  });

  it('has main ask for the file, and is done once it is added', async () => {
    const { bridge, announced } = await add();
    bridge.answer('appToken.addDestination', () =>
      ok({ destinationId: testData.destinationId('file-1') }),
    );
    fireEvent.input(screen.getByRole('textbox', { name: 'Key' }), {
      target: { value: ' PLEX_TOKEN ' },
    });
    fireEvent.click(button('Choose file…'));
    expect(bridge.calls('appToken.addDestination')).toEqual([
      { appTokenId: app.id, format: 'env', key: 'PLEX_TOKEN' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(announced.at(-1)).toMatch(/^File added for .Backup.$/);
  });

  it('stays where the person thinks better of the file', async () => {
    const { bridge } = await add();
    bridge.answer('appToken.addDestination', () => ok(null));
    chooseOption('Format', /^Whole file/);
    fireEvent.click(button('Choose file…'));
    expect(bridge.calls('appToken.addDestination')).toEqual([
      { appTokenId: app.id, format: 'file', key: null },
    ]);
    await waitFor(() => expect(button('Choose file…').getAttribute('aria-busy')).toBeNull());
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('asks for a key before it asks for a file', async () => {
    const { bridge } = await add();
    fireEvent.click(button('Choose file…'));
    expect((await screen.findByRole('alert')).textContent).toContain('Enter the key');
    expect(bridge.calls('appToken.addDestination')).toEqual([]);
  });

  it('has main copy the token for whoever enters it by hand', async () => {
    const { bridge } = await add();
    bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
    fireEvent.click(button('Copy token of Backup'));
    expect(bridge.calls('secret.copy')).toEqual([
      { secret: { kind: 'app', appTokenId: app.id }, form: 'raw' },
    ]);
  });

  it('asks the same for one more file of an app that is there', async () => {
    const { bridge } = show({ appTokens: [app] });
    bridge.answer('appToken.addDestination', () => err({ code: 'appToken.busy' }));
    fireEvent.keyDown(button('More for Kometa'), { key: 'Enter' });
    fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Add file…' }), { key: 'Enter' });
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Choose file…' }));
    expect(bridge.calls('appToken.addDestination')).toEqual([
      { appTokenId: app.id, format: 'yaml', key: 'plex.token' },
    ]);
    expect((await dialog.findByRole('alert')).textContent).toContain('being changed');
  });
});
