import { printable } from '../output/printable.ts';
import type { NameError, NamedSubject } from '../cli-error.ts';

interface SubjectWords {
  readonly one: string;
  /** When there is nothing to choose from. */
  readonly none: string;
}

const subjects: { readonly [Subject in NamedSubject]: SubjectWords } = {
  account: { one: 'account', none: 'No account is signed in here. To sign in: usher sign-in' },
  device: { one: 'device', none: 'The account has no device.' },
  server: { one: 'server', none: 'The account reaches no server.' },
  token: { one: 'transient token', none: 'No transient token is kept here.' },
};

/** Lines for a name that fits nothing, or more than one. */
export function nameErrorText({ code, subject, wanted, candidates }: NameError): readonly string[] {
  const { one, none } = subjects[subject];
  if (candidates.length === 0) return wanted === null ? [none] : [nothing(one, wanted), none];
  const list = candidates.map((candidate) => `  ${printable(candidate)}`);
  if (wanted === null) return [`There is more than one ${one}. Say which:`, ...list];
  return code.endsWith('.ambiguous')
    ? [`“${printable(wanted)}” can be more than one ${one}:`, ...list]
    : [`${nothing(one, wanted)} There is:`, ...list];
}

const nothing = (one: string, wanted: string): string =>
  `No ${one} is called “${printable(wanted)}”.`;
