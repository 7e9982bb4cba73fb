import type { FakeHome } from '../state/fake-home.ts';
import { flock } from './flock.ts';

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
