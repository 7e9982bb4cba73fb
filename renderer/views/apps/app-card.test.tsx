import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { AppTokenSummary, DestinationSummary } from '../../../shared/model/app-token.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { AppsView } from './apps-view.tsx';

const show = (
  change: Partial<AppTokenSummary> = {},
  destinations: readonly Partial<DestinationSummary>[] = [],
) =>
  renderWithUsher(
    () => <AppsView />,
    {
      accounts: [testData.account()],
      appTokens: [
        testData.appToken({
          destinations: destinations.map((each, index) =>
            testData.destination({ id: testData.destinationId(`file-${index}`), ...each }),
          ),
          ...change,
        }),
      ],
    },
    { prepare: (bridge) => bridge.answer('appToken.refresh', () => ok(null)) },
  );
const ref = { appTokenId: testData.appTokenId('app-1') };
const fileRef = { ...ref, destinationId: testData.destinationId('file-0') };
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const card = () => screen.getByRole('listitem', { name: 'Kometa' });
const line = () => within(card()).getByRole('listitem');
const openMenu = async () => {
  fireEvent.keyDown(button('More for Kometa'), { key: 'Enter' });
  return within(await screen.findByRole('menu'));
};
const choose = async (name: string) =>
  fireEvent.keyDown((await openMenu()).getByRole('menuitem', { name }), { key: 'Enter' });

describe('an app', () => {
  it('is shown with its account, the last four of its token, and when it was seen', () => {
    show({ madeAt: Date.now() - 86_400_000 * 400, lastSeenAt: Date.now() - 7_200_000 });
    expect(card().textContent).toMatch(/Kometa.*Valid.*Maja Lind.*••••9b20.*created.*2 h ago/);
  });

  it('names the server whose address goes with the token', () => {
    show({ server: { id: testData.serverId('server-1'), name: 'Attic' } });
    expect(card().textContent).toContain('with the address of Attic');
  });

  it('whose token Plex rejects says so, and offers no copy of it', async () => {
    show({ verdict: { kind: 'rejected', rejectedAt: testData.now } });
    expect(within(card()).getByText('No longer valid').parentElement?.title).toContain('Rotate it');
    const items = (await openMenu()).getAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['Add file…', 'Revoke…']);
  });

  it('has its token copied by main, without seeing it', async () => {
    const { bridge } = show();
    bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
    await choose('Copy token');
    expect(bridge.calls('secret.copy')).toEqual([{ secret: { kind: 'app', ...ref }, form: 'raw' }]);
    expect(bridge.calls('secret.reveal')).toEqual([]);
  });

  it('shows its token in place when asked to, and hides it again', async () => {
    const { bridge } = show();
    bridge.answer('secret.reveal', () => ok({ secret: 'zzSecret', visibleMs: 10_000 }));
    await choose('Reveal');
    expect(await screen.findByText('zzSecret')).toBeDefined();
    await choose('Hide');
    expect(screen.queryByText('zzSecret')).toBeNull();
  });
});

describe('rotating', () => {
  it('gives the files a new token, and says when it is done', async () => {
    const { bridge, announced } = show({}, [{}]);
    bridge.answer('appToken.rotate', () => ok(null));
    fireEvent.click(button('Rotate token of Kometa'));
    expect(bridge.calls('appToken.rotate')).toEqual([ref]);
    await waitFor(() => expect(announced.at(-1)).toMatch(/^Token for .Kometa. rotated$/));
  });

  it('is asked about first where no file would get the new token', async () => {
    const { bridge } = show();
    bridge.answer('appToken.rotate', () => ok(null));
    fireEvent.click(button('Rotate token of Kometa'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/stops working until you enter the new token/)).toBeDefined();
    expect(bridge.calls('appToken.rotate')).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Rotate token' }));
    expect(bridge.calls('appToken.rotate')).toEqual([ref]);
  });

  it.each([
    ['rotating', 'Rotating…'],
    ['writing', 'Writing…'],
    ['removing', 'Revoking…'],
  ] as const)('(%s) is said on the button, which takes no press meanwhile', (kind, words) => {
    const { bridge } = show({ work: { kind } }, [{}]);
    fireEvent.click(button(words));
    expect(button(words).getAttribute('aria-busy')).toBe('true');
    expect(bridge.calls('appToken.rotate')).toEqual([]);
  });

  it('that stopped says that both tokens work, once, and how to finish', async () => {
    const newToken = { kind: 'classic', lastFour: '77aa' } as const;
    const { bridge } = show({ work: { kind: 'rotationStopped', newToken } }, [{}]);
    bridge.answer('appToken.rotate', () => err({ code: 'appToken.notEverywhere', count: 1 }));
    expect(card().textContent).toContain('••••9b20 and the new one ••••77aa both work');
    expect(screen.queryByRole('button', { name: /^Rotate/ })).toBeNull();
    fireEvent.click(button('Finish rotation of Kometa'));
    expect(bridge.calls('appToken.rotate')).toEqual([ref]);
    // Its name again once it is over.
    await screen.findByRole('button', { name: 'Finish rotation of Kometa' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that fails says why, and what to do', async () => {
    const { bridge } = show({}, [{}]);
    bridge.answer('appToken.rotate', () => err({ code: 'appToken.busy' }));
    fireEvent.click(button('Rotate token of Kometa'));
    expect((await screen.findByRole('alert')).textContent).toContain('Wait for it to finish');
  });
});

describe('a file of an app', () => {
  it('is shown by its path, its keys and its state', () => {
    show({}, [{ urlKey: 'plex.url' }]);
    expect(line().textContent).toBe(
      '/home/maja/kometa/config.yml › plex.token, plex.urlUp to date',
    );
  });

  it('that was changed tells both tokens apart, and leads to the question of main', async () => {
    const found = { kind: 'classic', lastFour: '77aa' } as const;
    const { bridge, announced } = show({}, [{ state: { kind: 'changed', at: 0, found } }]);
    bridge.answer('appToken.write', () => ok(null));
    expect(within(card()).getByText('File changed')).toBeDefined();
    expect(line().textContent).toMatch(/different token since .*: ••••77aa instead of ••••9b20\./);
    fireEvent.click(button('Review change: /home/maja/kometa/config.yml'));
    expect(bridge.calls('appToken.write')).toEqual([fileRef]);
    await waitFor(() => expect(announced.at(-1)).toMatch(/^Token written to .config\.yml.$/));
  });

  it('that was changed has what stands there identified, which the page never sees', async () => {
    const found = { kind: 'classic', lastFour: '77aa' } as const;
    const { bridge, usher } = show({}, [{ state: { kind: 'changed', at: 0, found } }]);
    bridge.answer('identify.askFile', () => ok({ tokens: [], isCutOff: false, remainingMs: 0 }));
    fireEvent.click(button('Identify: /home/maja/kometa/config.yml'));
    expect(bridge.calls('identify.askFile')).toEqual([fileRef]);
    await waitFor(() => expect(usher.route().view).toBe('identify'));
  });

  it('that holds no token any more says that, and has none to identify', () => {
    show({}, [{ state: { kind: 'changed', at: 0, found: null } }]);
    expect(line().textContent).toContain('Contains no token since');
    expect(screen.queryByRole('button', { name: /^Identify/ })).toBeNull();
  });

  it('that is not written yet says why, and can be written', () => {
    const { bridge } = show({}, [{ state: { kind: 'notWritten', reason: 'question.declined' } }]);
    expect(line().textContent).toContain('You haven’t confirmed it yet.');
    fireEvent.click(button(/^Write…/));
    expect(bridge.calls('appToken.write')).toEqual([fileRef]);
  });

  it('is left alone without a word when the person says no', async () => {
    const { bridge } = show({}, [{ state: { kind: 'notWritten', reason: null } }]);
    bridge.answer('appToken.write', () => err({ code: 'question.declined' }));
    fireEvent.click(button(/^Write…/));
    await waitFor(() => expect(button(/^Write…/).getAttribute('aria-busy')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that could not be looked at is not called up to date', () => {
    show({}, [{ state: { kind: 'notChecked', reason: 'internal' } }]);
    expect(line().textContent).toContain('Usher can’t read or change the file.Not checked');
  });

  it('that others can read can be closed to them, and the focus goes on at the heading', async () => {
    const { bridge } = show({}, [{ isReadableByOthers: true }]);
    bridge.answer('appToken.restrict', () => {
      bridge.emit({ appTokens: [testData.appToken({ destinations: [testData.destination()] })] });
      return ok(null);
    });
    const restrict = button(/^Restrict access/);
    restrict.focus();
    fireEvent.click(restrict);
    expect(bridge.calls('appToken.restrict')).toEqual([fileRef]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
    );
  });

  it('can be taken off the list', async () => {
    const { bridge, announced } = show({}, [{}]);
    bridge.answer('appToken.removeDestination', () => ok(null));
    const menu = await openMenu();
    fireEvent.keyDown(menu.getByRole('menuitem', { name: 'Remove file' }), { key: 'ArrowRight' });
    const item = await screen.findByRole('menuitem', { name: '/home/maja/kometa/config.yml' });
    fireEvent.keyDown(item, { key: 'Enter' });
    expect(bridge.calls('appToken.removeDestination')).toEqual([fileRef]);
    await waitFor(() =>
      expect(announced.at(-1)).toMatch(/^Usher no longer writes to .config\.yml.$/),
    );
  });

  it('shows a path as text, whatever it is called', () => {
    show({}, [{ path: '/tmp/<img src=x onerror=alert(1)>' }]);
    expect(document.querySelector('img')).toBeNull();
    expect(line().textContent).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('revoking', () => {
  const ask = async () => {
    await choose('Revoke…');
    return within(await screen.findByRole('dialog'));
  };

  it('is asked about first, with what stops working, and leaves the files alone', async () => {
    const { bridge, announced } = show({}, [{}, {}]);
    bridge.answer('appToken.remove', () => ok(null));
    const dialog = await ask();
    expect(dialog.getByText(/loses access to your account/)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: 'Revoke token' }));
    expect(bridge.calls('appToken.remove')).toEqual([{ ...ref, isClearing: false }]);
    await waitFor(() => expect(announced.at(-1)).toMatch(/^Token for .Kometa. revoked$/));
  });

  it('clears the files too when told to', async () => {
    const { bridge } = show({}, [{}, {}]);
    const dialog = await ask();
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Also clear it from 2 files' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Revoke token' }));
    expect(bridge.calls('appToken.remove')).toEqual([{ ...ref, isClearing: true }]);
  });

  it('says nothing of files where there are none', async () => {
    show();
    expect((await ask()).queryByRole('checkbox')).toBeNull();
  });

  it('that fails says why, and the app stays', async () => {
    const { bridge } = show();
    bridge.answer('appToken.remove', () => err({ code: 'network.offline' }));
    const dialog = await ask();
    fireEvent.click(dialog.getByRole('button', { name: 'Revoke token' }));
    expect(await dialog.findByRole('alert')).toBeDefined();
    expect(screen.getByText('Kometa')).toBeDefined();
  });
});
