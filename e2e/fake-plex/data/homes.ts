import type { FakeHome, FakeUser } from '../state/users.ts';
import { plainRecord } from './records.ts';

const SIZE = 20;
const PROFILES = ['little_kid', 'older_kid', 'teen', 'fledgling', null];
const TITLES = [
  'מגדלור בקצה הים',
  '🦉👩‍👩‍👧‍👦🏳️‍🌈',
  'a name without an end '.repeat(14).slice(0, 300),
  '<img src=x onerror="document.title=3">',
  '',
  '\u202Egnorw yaw eht',
  'Wrenlet',
];

/** The managed users of Wren's Home, with names of every shape; every fourth is behind a PIN. */
export function flock(): readonly FakeUser[] {
  return Array.from({ length: SIZE }, (_, index) => nestling(index + 1));
}

function nestling(number: number): FakeUser {
  const isProtected = number % 4 === 0;
  const title = TITLES[(number - 1) % TITLES.length] ?? '';
  return {
    name: `nestling-${String(number)}`,
    id: 7_300_000 + number,
    uuid: `00f00000000001${String(number).padStart(2, '0')}`,
    username: '',
    title: title === 'Wrenlet' ? `Wrenlet ${String(number)}` : title,
    email: '',
    password: null,
    verificationCode: null,
    emailOnly: false,
    homePin: isProtected ? '2468' : null,
    record: {
      ...plainRecord(),
      hasPassword: false,
      protected: isProtected,
      restricted: number % 5 === 0 ? null : true,
      restrictionProfile: PROFILES[number % PROFILES.length] ?? null,
      thumb: number % 3 === 0 ? null : undefined,
      home: true,
      homeSize: SIZE + 1,
    },
  };
}

/** Robin's Home, with Edith, Juno and the guest, and Wren's, with more users than Plex allows. */
export function demoHomes(): readonly FakeHome[] {
  return [
    {
      id: 4_410,
      name: "Robin's Home",
      admin: 'robin',
      guest: 'visitor',
      members: ['robin', 'edith', 'juno', 'visitor'],
    },
    {
      id: 4_411,
      name: '🪹'.repeat(40),
      admin: 'wren',
      guest: null,
      members: ['wren', ...flock().map(({ name }) => name)],
    },
  ];
}
