import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { blankIdentity } from '../fake-plex/state/identity.ts';
import type { CoreUnderTest } from './core-under-test.ts';
import { startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let sam: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId: sam } = await startSignedIn('sam'));
  plex.requests.clear();
});
afterEach(() => plex.stop());

const television = { ...blankIdentity('a-television'), product: 'Plex for TV' };
const shownCode = (): string => plex.pins.create(television, false).code;
const approve = (code: string) => core.request('device.link', { accountId: sam, code });
const linkRequests = () => plex.requests.list().filter(({ path }) => path.endsWith('/pins/link'));

describe('approving the code of another device', () => {
  test('gives that device a token of the account, and is noted', async () => {
    const code = shownCode();
    expect(await approve(code)).toMatchObject({
      ok: true,
      value: { clientIdentifier: 'a-television', product: 'Plex for TV', kind: 'other' },
    });
    const [pin] = plex.pins.list().filter((one) => one.code === code);
    expect(plex.sessions.find(pin?.authToken ?? '')?.user.name).toBe('sam');
    expect(await core.must('activity.list', {})).toMatchObject([
      { kind: 'linked', what: 'device', account: { id: sam } },
      { kind: 'signedIn' },
    ]);
  });

  test('is done as Usher, and as Plex SSO only where Plex takes nobody else', async () => {
    await approve(shownCode());
    plex.settings.linksForSsoOnly = true;
    expect(await approve(shownCode())).toMatchObject({ ok: true });
    expect(linkRequests().map(({ headers }) => headers['x-plex-product'])).toEqual([
      'Usher',
      'Usher',
      'Plex SSO',
    ]);
  });

  test('takes it as people type it', async () => {
    const code = shownCode().toLowerCase();
    expect(await approve(` ${code.slice(0, 2)}-${code.slice(2)} `)).toMatchObject({
      ok: true,
      value: { clientIdentifier: 'a-television' },
    });
  });

  test('tells a code that nobody waits with, and one that has run out or was used', async () => {
    const unknown: unknown = expect.objectContaining({
      error: expect.objectContaining({ code: 'link.codeUnknown' }) as unknown,
    });
    const late = shownCode();
    plex.clock.advance(901_000);
    expect(await approve(late)).toEqual(unknown);
    const used = shownCode();
    await approve(used);
    expect(await approve(used)).toEqual(unknown);
    expect(core.snapshot().accounts).toMatchObject([{ verdict: { kind: 'valid' } }]);
  });

  test('sends nothing of what can be no code: a token, a claim code, a word', async () => {
    const token = plex.grantToken('robin');
    const jwt = plex.grantJwt('robin');
    for (const text of [token, jwt, `X-Plex-Token=${token}`, 'claim-zzFAKEzz', 'hello', '', '🦉']) {
      expect(await approve(text)).toMatchObject({ error: { code: 'link.codeMalformed' } });
    }
    expect(plex.requests.list()).toEqual([]);
    expect(core.log.text()).not.toContain(token);
  });

  test('does not guess which device it was when the list of devices does not tell', async () => {
    plex.faults.add({ match: { path: '/devices.xml' }, action: { status: 503 } });
    expect(await approve(shownCode())).toEqual({ ok: true, value: null });
    plex.faults.clear();
    // The television is in the list by now.
    expect(await approve(shownCode())).toEqual({ ok: true, value: null });
  });

  test('with a token that Plex rejects says so', async () => {
    plex.revokeAll('sam');
    expect(await approve(shownCode())).toMatchObject({ error: { code: 'token.rejected' } });
    expect(core.snapshot().accounts).toMatchObject([{ verdict: { kind: 'rejected' } }]);
  });

  test('is asked once, however Plex answers', async () => {
    plex.faults.add({ match: { path: '/api/v2/pins/link' }, action: { status: 503 } });
    expect(await approve(shownCode())).toMatchObject({ error: { code: 'plex.unavailable' } });
    await core.clock.advance(120_000);
    expect(linkRequests()).toHaveLength(1);
  });
});
