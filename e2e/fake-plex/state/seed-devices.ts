import { demoDevices } from '../data/demo-devices.ts';
import type { World } from './world.ts';

/** Gives some users the devices they begin with. */
export function seedDevices(world: World): void {
  for (const { user: owner, identity, ...ages } of demoDevices()) {
    const user = world.users.find(({ name }) => name === owner);
    if (user !== undefined) world.sessions.addDevice(user, identity, ages);
  }
}
