import { createProfileFiles } from '../profile-files.ts';

// Announces itself as the run `holder`, then works alone on the folder until it is killed. Argument: the folder.

const files = createProfileFiles({ folder: process.argv[2] ?? '' });
const announced = await files.announce('holder');
if (!announced.ok) throw new Error(announced.error.code);
await files.exclusively(() => {
  process.stdout.write('at work\n');
  // What keeps the process alive meanwhile.
  return new Promise<never>(() => setInterval(() => undefined, 1_000));
});
