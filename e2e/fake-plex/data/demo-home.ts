import type { FakeHome } from '../state/fake-home.ts';

/** The one Plex Home: Robin's, with Edith, Juno and the guest. */
export function demoHome(): FakeHome {
  return {
    id: 4_410,
    name: "Robin's Home",
    admin: 'robin',
    guest: 'visitor',
    members: ['robin', 'edith', 'juno', 'visitor'],
  };
}
