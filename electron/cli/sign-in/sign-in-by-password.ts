import { err, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import { usageError, type CliError } from '../cli-error.ts';
import type { Context } from '../context.ts';
import { followSignIn, type SignInEnd } from './follow-sign-in.ts';

/**
 * Asks for what Plex wants. Without a terminal the password is the first line of standard input, and a verification
 * code the second.
 * SECURITY: neither is ever an argument, which other programs can read, and neither is shown.
 */
export async function signInByPassword(
  context: Context,
  usher: Usher,
  user: string | undefined,
): Promise<Result<SignInEnd, CliError>> {
  const { input, output } = context;
  const login =
    user ?? (input.isTerminal ? await input.ask('User name or e-mail address: ') : null);
  if (login === null || login === '') {
    return err(usageError('Say who signs in: --user NAME.'));
  }
  const password = input.isTerminal ? await input.askHidden('Password: ') : await input.line();
  if (password === null || password === '') {
    return err(
      usageError(
        'The password is missing: type it, or give it as the first line of standard input.',
      ),
    );
  }
  const submit = (verificationCode: string | null): Promise<Result<SignInEnd>> =>
    followSignIn(context, usher, {
      start: () => usher.services.signIn.submitPassword({ login, password, verificationCode }),
      onState: () => undefined,
    });
  const first = await submit(null);
  if (first.ok || first.error.code !== 'plex.codeRequired') return first;
  if (input.isTerminal) output.note('This account is protected by two-factor authentication.');
  const code = input.isTerminal ? await input.ask('Verification code: ') : await input.line();
  // One more attempt, and no more: each that fails brings the block of this network address nearer.
  return code === null || code === '' ? first : submit(code.trim());
}
