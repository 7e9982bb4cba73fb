import { renderUnicodeCompact } from 'uqr';
import type { AppError } from '../../../shared/errors.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { terminalSignInText } from '../../../shared/words/terminal-answers.ts';
import type { Usher } from '../../core/usher.ts';
import type { CommandInput, Context, RunCommand } from '../command.ts';
import { usageError, type CliError } from '../errors.ts';
import { printable, type Output } from '../output.ts';
import { hasBrowser } from '../ports/node-browser.ts';
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
    const words = terminalSignInText();
    output.note((wasReplaced ? words.doneAgain : words.done)(title));
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
    onState: signInPrinter(context.output),
  });
}

type SignInEnd = Extract<SignInState, { kind: 'done' }>;

/** Starts an attempt and follows it to its end. Interrupted, it is cancelled, and nothing of it stays. */
function followSignIn(
  { interruption }: Context,
  { events, services }: Usher,
  attempt: { readonly start: () => void; readonly onState: (state: SignInState) => void },
): Promise<Result<SignInEnd>> {
  return new Promise((resolve) => {
    const cancel = (): void => {
      services.signIn.cancel();
      end(err({ code: 'signIn.cancelled' }));
    };
    const end = (how: Result<SignInEnd>): void => {
      stop();
      interruption.signal.removeEventListener('abort', cancel);
      resolve(how);
    };
    const look = (state: SignInState): void => {
      attempt.onState(state);
      if (state.kind === 'done') end(ok(state));
      const error = errorOf(state);
      if (error !== null) end(err(error));
    };
    const stop = events.subscribe(({ signIn: state }) => {
      if (state !== undefined) look(state);
    });
    interruption.signal.addEventListener('abort', cancel);
    if (interruption.signal.aborted) cancel();
    else attempt.start();
  });
}

/** Why it does not go on by itself: it failed, or Plex wants a verification code. */
function errorOf(state: SignInState): AppError | null {
  switch (state.kind) {
    case 'idle':
    case 'done':
    // Comes of signing in again for one account, which is not done here.
    case 'otherUser':
      return null;
    case 'browser':
    case 'code':
      return state.phase === 'failed' ? state.error : null;
    case 'password':
      if (state.phase === 'codeRequired') return state.error ?? { code: 'plex.codeRequired' };
      return state.phase === 'failed' ? state.error : null;
  }
}

/**
 * Asks for what Plex wants. Without a terminal the password is the first line of standard input, and a verification
 * code the second.
 * SECURITY: neither is ever an argument, which other programs can read, and neither is shown.
 */
async function signInByPassword(
  context: Context,
  usher: Usher,
  user: string | undefined,
): Promise<Result<SignInEnd, CliError>> {
  const { input, output } = context;
  const words = terminalSignInText();
  const login = user ?? (input.isTerminal ? await input.ask(words.askUser) : null);
  if (login === null || login === '') {
    return err(usageError(words.noUser));
  }
  const password = input.isTerminal ? await input.askHidden(words.askPassword) : await input.line();
  if (password === null || password === '') {
    return err(usageError(words.noPassword));
  }
  const submit = (verificationCode: string | null): Promise<Result<SignInEnd>> =>
    followSignIn(context, usher, {
      // Held in memory alone, the token would be lost with this process, and live on at Plex.
      start: () =>
        usher.services.signIn.submitPassword({
          login,
          password,
          verificationCode,
          rememberMe: true,
        }),
      onState: () => undefined,
    });
  const first = await submit(null);
  if (first.ok || first.error.code !== 'plex.codeRequired') return first;
  if (input.isTerminal) output.note(words.twoFactor);
  const code = input.isTerminal ? await input.ask(words.askCode) : await input.line();
  // One more attempt, and no more: each that fails brings the block of this network address nearer.
  return code === null || code === '' ? first : submit(code.trim());
}

/** Tells on standard error what to do for a sign-in by browser or code, each thing once. */
function signInPrinter(output: Output): (state: SignInState) => void {
  const printed = new Set<string>();
  const printOnce = (text: string): void => {
    if (printed.has(text)) return;
    printed.add(text);
    output.note(text);
  };
  return (state) => {
    if (state.kind !== 'browser' && state.kind !== 'code') return;
    if (state.phase !== 'waiting') return;
    const words = terminalSignInText();
    if (state.kind === 'browser') {
      printOnce(
        state.browserOpened ? words.approve(state.authUrl) : words.openAndApprove(state.authUrl),
      );
    } else {
      printOnce(words.enterCode(state.linkUrl, printable(state.code), state.prefilledUrl));
      if (output.isAttended) printOnce(renderUnicodeCompact(state.prefilledUrl, { border: 2 }));
    }
    if (state.trouble !== null) printOnce(words.trouble);
  };
}
