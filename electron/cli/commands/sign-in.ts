import type { SignInState } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import type { CliError } from '../cli-error.ts';
import type { CommandInput, RunCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { printable } from '../output/printable.ts';
import { hasBrowser } from '../ports/node-browser.ts';
import { followSignIn } from '../sign-in/follow-sign-in.ts';
import { signInByPassword } from '../sign-in/sign-in-by-password.ts';
import { tellSignIn } from '../sign-in/tell-sign-in.ts';
import { accountJson } from './accounts.ts';

export const signIn: RunCommand = async (context, input) => {
  const { output } = context;
  const opened = await context.usher();
  if (!opened.ok) return opened;
  const usher = opened.value;
  // Asked first: nobody is to approve a sign-in whose token cannot be kept.
  const checked = await usher.services.vault.check();
  if (!checked.ok) return checked;
  const done = await signInBy(wayOf(input), context, usher, input);
  if (!done.ok) return done;
  const { accountId, wasReplaced } = done.value;
  const account = usher.services.accounts.summaries().find(({ id }) => id === accountId);
  if (account === undefined) return err({ code: 'account.notFound' });
  if (input.has('json')) output.json({ account: accountJson(account), wasReplaced });
  else {
    const title = printable(account.title);
    output.note(wasReplaced ? `Signed in to ${title} anew.` : `Signed in to ${title}.`);
  }
  return ok(0);
};

type Way = 'browser' | 'code' | 'password';
type Done = Extract<SignInState, { kind: 'done' }>;

function wayOf(input: CommandInput): Way {
  if (input.has('password')) return 'password';
  if (input.has('code')) return 'code';
  if (input.has('browser')) return 'browser';
  if (input.value('user') !== undefined) return 'password';
  return hasBrowser() ? 'browser' : 'code';
}

async function signInBy(
  way: Way,
  context: Context,
  usher: Usher,
  input: CommandInput,
): Promise<Result<Done, CliError>> {
  if (way === 'password') return signInByPassword(context, usher, input.value('user'));
  const { signIn: service } = usher.services;
  return followSignIn(context, usher, {
    start: () => (way === 'browser' ? service.startBrowser() : service.startCode()),
    onState: tellSignIn(context.output),
  });
}
