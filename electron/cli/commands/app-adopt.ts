import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AdoptableToken, Adoption, TokenUse } from '../../../shared/model/adoption.ts';
import type { AccountId, AppTokenId } from '../../../shared/model/ids.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { destinationReasonText } from '../../../shared/words/app-tokens.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { findingLine } from '../../../shared/words/identify.ts';
import { terminalQuestionText } from '../../../shared/words/questions.ts';
import { oldTokenOf, terminalAdoptText } from '../../../shared/words/terminal-adopt.ts';
import { terminalAppText } from '../../../shared/words/terminal-apps.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import type { Usher } from '../../core/usher.ts';
import type { CommandInput, Context } from '../command.ts';
import { exitCode, usageError, type CliError } from '../errors.ts';
import { foundTokenJson } from '../json.ts';
import { chooseAccount } from '../names.ts';
import { placeOf, printable, type Output } from '../output.ts';
import { nameCell, table } from '../tables.ts';
import { appJson, noteUnwritten, type Act } from './app-output.ts';

/**
 * Tells which programs use which tokens, and gives each one of its own where the person says so. The listing comes first
 * in any case, and with `--json` alone nothing else does.
 */
export const adopt: Act = async (usher, context, input) => {
  const { output, input: terminal, interruption } = context;
  const { adopter, appTokens } = usher.services;
  const named = input.value('account');
  const chosen = named === undefined ? null : chooseAccount(usher, named);
  if (chosen?.ok === false) return chosen;
  await adopter.look(input.rest.length === 0 ? null : input.rest.map(pathOf));
  const found = await adopter.settled();
  if (interruption.signal.aborted) return err({ code: 'signIn.cancelled' });
  if (!input.has('json')) noteFound(usher, output, found);
  const offered = found.tokens.flatMap((token) =>
    token.uses.filter(({ offer }) => offer.kind === 'offered').map((use) => ({ token, use })),
  );
  const isListing = input.has('json') && !input.has('yes');
  if (offered.length > 0 && !isListing && !input.has('yes') && !terminal.isTerminal) {
    return err(usageError(terminalAdoptText().needsYes));
  }
  let code = codeOf(found);
  const adopted: AppTokenId[] = [];
  for (const { token, use } of isListing ? [] : offered) {
    const accountId =
      chosen?.value.id ?? (use.offer.kind === 'offered' ? use.offer.accountId : null);
    const done = await adoptOne(usher, context, input, { token, use, accountId });
    if (!done.ok) return done;
    if (done.value.appTokenId !== null) adopted.push(done.value.appTokenId);
    code = Math.max(code, done.value.code);
  }
  if (input.has('json')) {
    const made = appTokens.summaries().filter(({ id }) => adopted.includes(id));
    output.json({ ...foundJson(usher, found), adopted: made.map(appJson) });
  }
  return ok(code);
};

async function adoptOne(
  usher: Usher,
  { output, input: terminal }: Context,
  input: CommandInput,
  {
    token,
    use,
    accountId,
  }: {
    readonly token: AdoptableToken;
    readonly use: TokenUse;
    readonly accountId: AccountId | null;
  },
): Promise<Result<{ readonly appTokenId: AppTokenId | null; readonly code: number }, CliError>> {
  const { adopter, appTokens } = usher.services;
  const words = terminalAdoptText();
  const name = printable(use.appName);
  const left = (why: string, code: number) => {
    output.note(why);
    return ok({ appTokenId: null, code });
  };
  if (accountId === null) return left(words.whichAccount(name), exitCode.refused);
  if (!input.has('yes')) {
    if (use.program?.restart === 'stopBefore') output.note(words.stopFirst(name));
    const files = use.places.filter(({ trouble }) => trouble === null).length;
    const answer = await terminal.ask(words.question(name, files));
    if (answer === null) return err({ code: 'question.declined' });
    if (!terminalQuestionText().yes.includes(answer.trim().toLowerCase())) {
      return left(words.leftAlone(name), exitCode.done);
    }
  }
  const byPerson = { kind: 'person', isConfirmed: true } as const;
  const added = await adopter.adopt(use.id, accountId, byPerson);
  if (!added.ok) {
    return left(words.notAdopted(name, errorText(added.error).title), exitCode.refused);
  }
  const { id, unwritten } = added.value;
  const made = appTokens.summaries().find((one) => one.id === id);
  output.note(terminalAppText().added(name));
  for (const destination of made?.destinations ?? []) {
    if (destination.state.kind !== 'upToDate') continue;
    output.note(terminalAppText().written(placeOf(destination)));
  }
  const open = made?.destinations.filter(({ isReadableByOthers }) => isReadableByOthers) ?? [];
  for (const path of new Set(open.map((one) => one.path))) {
    output.note(terminalAppText().othersCanRead(printable(path), name));
  }
  const code = noteUnwritten(output, unwritten, terminalAppText().unwritten);
  output.note(
    use.program === null
      ? words.restartUnknown(name)
      : words.restart(printable(use.program.name), use.program.restart),
  );
  output.note(printable(words.oldToken(oldTokenOf(token))));
  return ok({ appTokenId: id, code });
}

function noteFound(usher: Usher, output: Output, found: Adoption): void {
  const words = terminalAdoptText();
  const columns = columnText();
  const rows = found.tokens.flatMap((token) =>
    token.uses.flatMap((use) =>
      use.places.map(({ destination }) => [
        nameCell(output, use.appName),
        maskedTokenText(token.found.token),
        resultOf(usher, token),
        placeOf(destination),
      ]),
    ),
  );
  if (rows.length === 0) output.note(words.noneFound);
  else {
    output.answer(table([columns.app, columns.token, columns.result, columns.file], rows));
  }
  for (const token of found.tokens) {
    const masked = maskedTokenText(token.found.token);
    const names = token.uses.map(({ appName }) => printable(appName));
    if (names.length > 1) output.note(words.shared(masked, names));
    if (token.isServersOwn) output.note(words.danger(masked, printable(serverOf(token))));
    for (const { places, offer } of token.uses) {
      for (const { destination, trouble } of offer.kind === 'isAppToken' ? [] : places) {
        if (trouble === null) continue;
        const reason = destinationReasonText(trouble);
        output.note(words.notReplaceable(placeOf(destination), reason));
      }
    }
  }
  for (const { name, path, changedBy } of found.elsewhere) {
    output.note(words.elsewhere(name, printable(path), changedBy));
  }
  for (const { path, reason } of found.unread) {
    output.note(words.unread(printable(path), destinationReasonText(reason)));
  }
  if (found.isCutOff) output.note(words.tooMuch);
}

const mintedOf = (usher: Usher, { found }: AdoptableToken): TransientTokenSummary | null =>
  usher.services.tokens.summaries().find(({ id }) => id === found.mintedAs) ?? null;

const resultOf = (usher: Usher, token: AdoptableToken): string => {
  const words = terminalAdoptText();
  return [
    findingLine(token.found, mintedOf(usher, token)),
    ...(token.isServersOwn ? [words.serversOwn] : []),
    ...(token.isUshersOwn ? [words.ushersOwn] : []),
  ].join(', ');
};

const serverOf = ({ found: { finding } }: AdoptableToken): string =>
  (finding.kind === 'account' ? finding.device?.name : null) ?? '';

const foundJson = (usher: Usher, { tokens, elsewhere, unread, isCutOff }: Adoption) => ({
  tokens: tokens.map((token) => ({
    ...foundTokenJson(token.found, mintedOf(usher, token)),
    isServersOwn: token.isServersOwn,
    isUshersOwn: token.isUshersOwn,
    uses: token.uses.map(({ appName, program, places, offer }) => ({
      ...{ app: appName, program },
      places: places.map(({ destination, trouble }) => ({ ...destination, trouble })),
      offer: offer.kind,
    })),
  })),
  ...{ elsewhere, unread, isCutOff },
});

/** As `identify` answers; a file that was not read is no success either. */
function codeOf({ tokens, unread }: Adoption): number {
  if (tokens.some(({ found }) => found.finding.kind === 'unknown')) return exitCode.unreachable;
  return unread.length > 0 ? exitCode.refused : exitCode.done;
}

const pathOf = (typed: string): string =>
  /^~[/\\]/.test(typed) ? join(homedir(), typed.slice(2)) : resolve(typed);
