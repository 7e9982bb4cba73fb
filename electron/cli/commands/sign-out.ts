import { ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { chooseAccount } from '../names/choose-account.ts';
import { printable } from '../output/printable.ts';
import { accountJson } from './accounts.ts';

export const signOut: RunCommand = async ({ usher, output, interruption }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccount(opened.value, input.operand('ACCOUNT'));
  if (!chosen.ok) return chosen;
  const account = chosen.value;
  const isLocal = input.has('local');
  const { signOut: service } = opened.value.services;
  const done = isLocal
    ? await service.removeLocally(account.id)
    : await service.signOut(account.id);
  if (!done.ok) {
    const isPlexAsked = !isLocal && /^(network|plex)\./.test(done.error.code);
    if (isPlexAsked && !interruption.signal.aborted)
      output.note('Nothing was removed. Without Plex: usher sign-out --local');
    return done;
  }
  const isRevoked = done.value?.revoked.state === 'done';
  if (input.has('json')) output.json({ signedOut: accountJson(account), isRevoked });
  else {
    const title = printable(account.title);
    output.note(
      isRevoked
        ? `Signed out of ${title}. Its token is revoked, and everything of it is gone from this computer.`
        : `Removed ${title} from this computer. ` +
            (isLocal
              ? 'The token stays good at Plex until it is revoked there.'
              : 'Its token is not revoked: the same user goes on with it on this computer.'),
    );
  }
  return ok(0);
};
