import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../http/decode-body.ts';
import { readHome } from './home.ts';

const juno = {
  id: 5,
  uuid: '00f0000000000005',
  title: 'Juno',
  username: null,
  email: null,
  friendlyName: null,
  thumb: 'https://plex.tv/users/00f0000000000005/avatar?c=1',
  hasPassword: false,
  restricted: true,
  restrictionProfile: 'older_kid',
  admin: false,
  guest: false,
  protected: true,
};

const read = {
  uuid: '00f0000000000005',
  title: 'Juno',
  friendlyName: null,
  username: null,
  email: null,
  thumb: juno.thumb,
  hasPassword: false,
  isAdmin: false,
  isGuest: false,
  isRestricted: true,
  restrictionProfile: 'older_kid',
  isProtected: true,
};

const decoded = (text: string): unknown => {
  const body = decodeBody('', text);
  return body.kind === 'data' ? body.value : null;
};

const attributes =
  'uuid="00f0000000000005" title="Juno" username="" email="" thumb="https://plex.tv/users/00f0000000000005/avatar?c=1" hasPassword="0" restricted="1" restrictionProfile="older_kid" admin="0" guest="0" protected="1"';

describe('a Plex Home', () => {
  test.each([
    ['JSON', { id: 10, name: 'A Home', users: [juno] }],
    ['a list alone', [juno]],
    ['XML', decoded(`<home id="10" name="A Home"><users><user ${attributes}/></users></home>`)],
    ['XML without the wrapping', decoded(`<home name="A Home"><user ${attributes}/></home>`)],
    [
      'the XML before v2',
      decoded(`<MediaContainer size="1"><User ${attributes}/></MediaContainer>`),
    ],
  ])('is read from %s', (_form, body) => {
    expect(readHome(body)?.members).toEqual([read]);
  });

  test('has its name, where Plex gives it one', () => {
    expect(readHome({ name: 'A Home', users: [] })?.name).toBe('A Home');
    expect(readHome({ name: '', users: null })).toEqual({ name: null, members: [] });
  });

  test('leaves out who has no uuid, and who is listed twice', () => {
    const users = [{ title: 'nobody' }, null, 'text', juno, { ...juno, title: 'again' }];
    expect(readHome({ users })?.members).toEqual([read]);
  });

  test('takes a member of whom nothing but the uuid is known', () => {
    const nulls = Object.fromEntries(Object.keys(juno).map((name) => [name, null]));
    expect(readHome({ users: [{ ...nulls, uuid: 'a1' }] })?.members).toEqual([
      expect.objectContaining({ uuid: 'a1', title: null, isAdmin: null, isProtected: null }),
    ]);
  });

  test('takes forty members, or a thousand', () => {
    for (const count of [0, 1, 40, 1000]) {
      const users = Array.from({ length: count }, (_, index) => ({ ...juno, uuid: `u${index}` }));
      expect(readHome({ users })?.members).toHaveLength(count);
    }
  });

  test('never hands on a member’s PIN, nor a token in the address of a picture', () => {
    const thumb = 'https://plex.tv/a?X-Plex-Token=zzFAKEzzTOKENzz';
    const home = readHome({
      users: [{ ...juno, pin: 'zzFAKEhash', thumb, title: 'is zzFAKEhash' }],
    });
    expect(JSON.stringify(home)).not.toMatch(/zzFAKE/);
  });

  test.each([null, 'text', 7, {}, { users: 'none' }, { users: [null, 7] }, { error: 'no' }])(
    'is not in %j',
    (body) => {
      expect(readHome(body)).toBeNull();
    },
  );

  test('is read from anything without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readHome(value);
        readHome({ users: value });
        readHome({ MediaContainer: { User: value } });
      }),
    );
  });
});
