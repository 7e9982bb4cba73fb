import { once } from 'node:events';
import { createProfileFiles } from '../../../electron/storage/profile/profile-files.ts';
import { createTestKeychain } from '../../../electron/storage/keychain/testing/test-keychain.ts';
import { startCore } from '../core-under-test.ts';
import { randomFrom } from './random-from.ts';
import { actAtRandom, type SharingStage } from './sharing-acts.ts';
import type { SharingMessage, SharingOrder } from './sharing-message.ts';

// One of several processes of Usher's core on one profile folder and one real keychain. Argument: the order, as JSON.

const order = JSON.parse(process.argv[2] ?? '') as SharingOrder;
const random = randomFrom(order.seed);
const endWithParent = (): void => process.exit(1);
process.on('disconnect', endWithParent);

const core = await startCore({
  plexUrl: order.plexUrl,
  vault: createTestKeychain(process.env).vault,
  files: createProfileFiles({ folder: order.folder }),
});
const say = (message: SharingMessage): void => void process.send?.(message);
const stage: SharingStage = {
  core,
  order,
  say,
  approve: async (code, username) => {
    const approved = once(process, 'message');
    say({ kind: 'approve', code, username });
    await approved;
  },
  choose: (from) => from[Math.floor(random() * from.length)],
};

say({ kind: 'started' });
core.usher.follow();
await core.usher.settle();
for (let count = 0; count < order.actCount; count += 1) await actAtRandom(stage);
await core.usher.close();
process.off('disconnect', endWithParent);
process.disconnect();
