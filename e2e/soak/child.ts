import { createDestinationFiles } from '../../electron/destinations/destination-files.ts';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import { createKeychainVault } from '../../electron/storage/keychain/keychain-vault.ts';
import {
  createTestKeychain,
  TEST_SERVICE,
} from '../../electron/storage/keychain/testing/test-keychain.ts';
import { startCore } from '../core/core-under-test.ts';
import { actAtRandom } from './act-at-random.ts';
import type { ChildMessage } from './child-message.ts';
import type { ChildOrder } from './child-order.ts';
import type { Stage } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { stepped, type OnStep } from './stepped.ts';

// Usher's core on the real keychain and a real folder, made to be killed. Argument: the order, as JSON.

const order = JSON.parse(process.argv[2] ?? '') as ChildOrder;
const never = new Promise<never>(() => undefined);
const say = (message: ChildMessage): void => void process.send?.(message);

// Waits to be killed, also when nothing is left to do; with its parent gone there is nobody to do that.
process.on('message', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

let count = 0;
let isCounting = false;
let isHalted = false;

const onStep: OnStep = (step) => {
  if (isHalted) return never;
  if (!isCounting) return Promise.resolve(null);
  count += 1;
  if (count !== order.haltAt) return Promise.resolve(null);
  isHalted = true;
  say({ kind: 'halted', step });
  return never;
};

const { keychain } = createTestKeychain(process.env);
const core = await startCore({
  plexUrl: order.plexUrl,
  vault: createKeychainVault({
    // Each raw call is a step: a write and its reading back are two.
    keychain: stepped(keychain, ['get', 'set', 'delete'], onStep),
    service: TEST_SERVICE,
    platform: process.platform,
  }),
  destinationFiles: stepped(createDestinationFiles(), ['write', 'clear'], onStep),
  files: stepped(createProfileFiles({ folder: order.folder }), ['write'], onStep),
});
const stage: Stage = {
  destination: order.destination,
  core,
  serverId: order.serverId,
  report: (fact) => say({ kind: 'fact', fact }),
  approve: (code) => {
    say({ kind: 'approve', code });
    return Promise.resolve();
  },
};

const scenario = scenarios.find(({ name }) => name === order.scenario);
say({ kind: 'ready' });
if (scenario === undefined) {
  await core.usher.settle();
  await actAtRandom(stage);
} else {
  isCounting = true;
  await scenario.play(stage);
  isCounting = false;
  say({ kind: 'done' });
}
