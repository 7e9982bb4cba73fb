import { acts } from './acts.ts';
import type { Scenario, Stage } from './scenario.ts';

const nothing = (): Promise<void> => Promise.resolve();

const signInAndMint = async (stage: Stage): Promise<void> => {
  await acts.signIn(stage);
  await acts.mint(stage);
};

const signInAndAddAppToken = async (stage: Stage): Promise<void> => {
  await acts.signIn(stage);
  await acts.addAppToken(stage);
};

/** Everything that writes to the vault or the index. */
export const scenarios: readonly Scenario[] = [
  { name: 'sign-in', prepare: nothing, play: acts.signIn },
  { name: 'sign-in by code', prepare: nothing, play: acts.signInByCode },
  { name: 'mint', prepare: acts.signIn, play: acts.mint },
  { name: 'token replacement', prepare: acts.signIn, play: acts.signIn },
  {
    name: 'forgetting a token',
    prepare: signInAndMint,
    play: acts.forget,
  },
  {
    name: 'sign-out',
    prepare: signInAndMint,
    play: acts.signOut,
  },
  {
    name: 'sign-out for later',
    prepare: signInAndMint,
    play: acts.signOutLater,
  },
  {
    name: 'removal',
    prepare: signInAndMint,
    play: acts.removeLocally,
  },
  { name: 'app token', prepare: acts.signIn, play: acts.addAppToken },
  {
    name: 'rotation of an app token',
    prepare: signInAndAddAppToken,
    play: acts.rotateAppToken,
  },
  {
    name: 'repair of an app token',
    prepare: async (stage) => {
      await signInAndAddAppToken(stage);
      await acts.endAppToken(stage);
    },
    play: acts.repairAppTokens,
  },
  {
    name: 'removal of an app token',
    prepare: signInAndAddAppToken,
    play: acts.removeAppToken,
  },
];
