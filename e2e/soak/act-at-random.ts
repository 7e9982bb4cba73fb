import { acts } from './acts.ts';
import type { Stage } from './scenario.ts';

/** Does one thing after the other, whatever can be done, until the process ends. */
export async function actAtRandom(stage: Stage): Promise<never> {
  for (;;) {
    const { accounts, tokens, appTokens } = stage.core.snapshot();
    const possible = [
      acts.signIn,
      acts.signInByCode,
      ...(accounts.length > 0 ? [acts.mint, acts.mint, acts.signOut, acts.removeLocally] : []),
      ...(accounts.length > 0 && appTokens.length === 0 ? [acts.addAppToken] : []),
      ...(appTokens.length > 0 ? [acts.rotateAppToken, acts.removeAppToken] : []),
      ...(tokens.length > 0 ? [acts.forget] : []),
    ];
    const chosen = possible[Math.floor(Math.random() * possible.length)] ?? acts.signIn;
    await chosen(stage);
  }
}
