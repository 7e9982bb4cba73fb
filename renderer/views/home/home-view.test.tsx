import { fireEvent, screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { HomeMember, PlexHome } from '../../../shared/model/home.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { HomeView } from './home-view.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const admin = testData.account();

const member = (change: Partial<HomeMember> = {}): HomeMember => ({
  uuid: 'juno',
  title: 'Juno',
  username: '',
  avatarPath: null,
  kind: 'managed',
  restrictionProfile: null,
  isProtected: false,
  isSelf: false,
  ...change,
});

const self = member({ uuid: admin.uuid, title: admin.title, kind: 'admin', isSelf: true });

const homeOf = (...members: readonly HomeMember[]): PlexHome => ({
  accountId: admin.id,
  askedAt: testData.now,
  name: 'A Home',
  members: [self, ...members],
});

async function start(home: Result<PlexHome>, { accounts = [admin] }: Partial<State> = {}) {
  const rendered = renderWithUsher(
    () => <HomeView accountId={admin.id} />,
    { accounts },
    {
      prepare: (bridge) => {
        bridge.answer('home.load', () => home);
        bridge.answer('home.switch', () =>
          ok({ accountId: testData.accountId('new'), title: 'Juno', wasReplaced: false }),
        );
      },
    },
  );
  await settle();
  return rendered;
}

describe('the Home of an account', () => {
  it('says of each user what they are', async () => {
    await start(
      ok(
        homeOf(
          member({ isProtected: true, restrictionProfile: 'older_kid' }),
          member({ uuid: 'g', title: 'Guest', kind: 'guest', restrictionProfile: 'night_owl' }),
        ),
      ),
    );
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows[0]).toContain('Admin · This account');
    expect(rows[1]).toContain('Managed user · Older kid · PIN');
    expect(rows[2]).toContain('Guest · night owl');
    const [own] = screen.getAllByRole('listitem');
    expect(within(own ?? document.body).queryByRole('button')).toBeNull();
  });

  it('of nobody else says so', async () => {
    await start(ok(homeOf()));
    expect(screen.getByText(/^This Home has no other users/)).toBeDefined();
  });

  it('that Plex does not tell offers to ask again, and after a rejection to sign in', async () => {
    await start(err({ code: 'token.rejected' }));
    expect(screen.getByRole('alert').textContent).toContain('no longer accepts');
    expect(button('Try again')).toBeDefined();
    expect(button('Sign in again')).toBeDefined();
  });

  it('shows a thousand users, made as they are come to', async () => {
    const members = Array.from({ length: 1000 }, (_, index) => member({ uuid: `u${index}` }));
    await start(ok(homeOf(...members)));
    const rows = () => within(screen.getByRole('list')).getAllByRole('listitem');
    expect(rows()).toHaveLength(60);
    fireEvent.click(button('Show 60 more users'));
    expect(rows()).toHaveLength(120);
  });
});

describe('getting the token of a Home user', () => {
  it('is one press where there is no PIN, and is told', async () => {
    const { bridge, announced } = await start(ok(homeOf(member())));
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    expect(bridge.calls('home.switch')).toEqual([
      { accountId: admin.id, memberUuid: 'juno', pin: null },
    ]);
    expect(announced.at(-1)).toBe('Juno was added.');
  });

  it('asks for the PIN where there is one, and sends it once', async () => {
    const { bridge } = await start(ok(homeOf(member({ isProtected: true }))));
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    expect(bridge.calls('home.switch')).toEqual([]);
    const field = screen.getByLabelText('PIN');
    expect(field.getAttribute('type')).toBe('password');
    fireEvent.input(field, { target: { value: '4321' } });
    await settle();
    expect(bridge.calls('home.switch')).toMatchObject([{ pin: '4321' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be tried without the PIN, which Plex does not always need', async () => {
    const { bridge } = await start(ok(homeOf(member({ isProtected: true }))));
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    fireEvent.submit(screen.getByLabelText('PIN'));
    await settle();
    expect(bridge.calls('home.switch')).toMatchObject([{ pin: null }]);
  });

  it('asks for the PIN also where only Plex knows that there is one', async () => {
    const { bridge } = await start(ok(homeOf(member())));
    bridge.answer('home.switch', () => err({ code: 'plex.pinRequired' }));
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    expect(screen.getByRole('dialog', { name: 'Enter Juno’s PIN' }).textContent).toContain(
      'PIN required',
    );
    expect(bridge.calls('home.switch')).toHaveLength(1);
  });

  it('does not ask again when Plex answers after the person thought better of it', async () => {
    const { bridge } = await start(ok(homeOf(member({ isProtected: true }))));
    let plexAnswers: () => void = () => undefined;
    bridge.answer('home.switch', async () => {
      await new Promise<void>((resolve) => (plexAnswers = resolve));
      return err({ code: 'plex.pinRequired' });
    });
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    const field = screen.getByLabelText('PIN');
    fireEvent.input(field, { target: { value: '4321' } });
    fireEvent.click(button('Cancel'));
    plexAnswers();
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('empties the field after a wrong PIN, says so, and does not try again by itself', async () => {
    const { bridge } = await start(ok(homeOf(member({ isProtected: true }))));
    const details = 'Invalid PIN (code 1041, status 403)';
    bridge.answer('home.switch', () => err({ code: 'plex.pinWrong', details }));
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    const field = screen.getByLabelText<HTMLInputElement>('PIN');
    fireEvent.input(field, { target: { value: '0000' } });
    await settle();
    expect(screen.getByText(details).closest('details')?.open).toBe(false);
    expect(screen.getByRole('alert').textContent).toBe('Wrong PIN');
    expect(field.value).toBe('');
    expect(bridge.calls('home.switch')).toHaveLength(1);
  });

  it('says how long Plex wants to be left alone', async () => {
    const { bridge } = await start(ok(homeOf(member())));
    bridge.answer('home.switch', () => err({ code: 'plex.rateLimited', retryAfterSeconds: 40 }));
    fireEvent.click(button('Add to Usher: Juno'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('limiting requests for another 40 s');
  });

  it('leads to the entry that is there, and still offers a new token', async () => {
    const kept = testData.account({
      id: testData.accountId('kept'),
      uuid: 'juno',
      homeOf: admin.id,
      verdict: { kind: 'rejected', rejectedAt: testData.now },
    });
    const { bridge } = await start(ok(homeOf(member())), { accounts: [admin, kept] });
    expect(screen.getByText('Token rejected')).toBeDefined();
    expect(button('Open Juno')).toBeDefined();
    fireEvent.keyDown(button('More actions for Juno'), { key: 'Enter' });
    fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Replace token' }), {
      key: 'Enter',
    });
    await settle();
    expect(bridge.calls('home.switch')).toHaveLength(1);
  });

  it('does not take the user’s own sign-in for the Home user’s token', async () => {
    const own = testData.account({ id: testData.accountId('own'), uuid: 'juno' });
    await start(ok(homeOf(member())), { accounts: [admin, own] });
    expect(button('Add to Usher: Juno')).toBeDefined();
  });
});
