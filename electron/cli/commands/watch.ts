import type { VaultState } from '../../../shared/model/state.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { terminalAppText } from '../../../shared/words/terminal-apps.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { terminalWatchText } from '../../../shared/words/terminal-watch.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import type { Usher } from '../../core/usher.ts';
import type { WholeStatus } from '../../core/verdicts/ask-everything.ts';
import type { TellChange, VerdictChange } from '../../core/verdicts/verdict-changes.ts';
import { isAborted, systemClock } from '../../timing.ts';
import type { CommandInput, Context, RunCommand } from '../command.ts';
import { exitCode, usageError, type CliError } from '../errors.ts';
import { changeJson, isoTime } from '../json.ts';
import { placeOf, printable, type Output } from '../output.ts';
import { createHook, type Hook } from '../ports/hook.ts';
import { nameCell, table, verdictCell } from '../tables.ts';
import { codeOfVerdicts, statusRows } from './status.ts';

/** Looks after the tokens of a machine without a window, until it is stopped, or once. */
export const watch: RunCommand = async (context, input) => {
  const wanted = hookOf(context, input);
  if (!wanted.ok) return wanted;
  const hook = wanted.value;
  const { signal } = context.interruption;
  signal.addEventListener('abort', () => hook?.stop());
  return input.has('once') ? once(context, hook) : untilStopped(context, hook);
};

function hookOf({ output }: Context, input: CommandInput): Result<Hook | null, CliError> {
  const [command, ...args] = input.rest;
  const words = terminalWatchText();
  if (!input.has('hook')) return command === undefined ? ok(null) : err(usageError(words.noHook));
  if (command === undefined || command === '') return err(usageError(words.noCommand));
  return ok(createHook({ command, args, clock: systemClock, note: (text) => output.note(text) }));
}

async function untilStopped(
  context: Context,
  hook: Hook | null,
): Promise<Result<number, CliError>> {
  const { output, interruption } = context;
  const { signal } = interruption;
  // It ends in no other way, and whoever supervises it takes anything but 0 for a failure.
  interruption.expect();
  const opened = await context.usher();
  if (!opened.ok) return isAborted(signal) ? ok(exitCode.done) : opened;
  noteKeychain(opened.value, output);
  const begun = await opened.value.services.lookout.keep((change) => {
    output.answer(lineOf(change));
    return runHook(hook, change, signal);
  });
  if (!begun.ok) return begun;
  output.note(terminalWatchText().begun);
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
    if (isAborted(signal)) resolve();
  });
  return ok(exitCode.done);
}

/** What was cut short is told at the next start. */
async function runHook(
  hook: Hook | null,
  change: VerdictChange,
  signal: AbortSignal,
): ReturnType<TellChange> {
  await hook?.run(changeJson(change));
  return !isAborted(signal);
}

/** SECURITY: titles, names and paths are text from outside. */
function lineOf(change: VerdictChange): string {
  const { account, server, app, destination } = change;
  const names = app === null ? [account.title, server?.name ?? null] : [app.name, account.title];
  return terminalWatchText().changed({
    time: isoTime(change.at) ?? '',
    names: names.filter((name) => name !== null).map(printable),
    file: destination === null ? null : placeOf(destination),
    change,
  });
}

/** Told once when it stops answering, and once when it answers again: it is tried every half an hour. */
function noteKeychain(usher: Usher, output: Output): void {
  let wasUsable = true;
  const note = (vault: VaultState): void => {
    const isUsable = vault.kind !== 'unusable';
    if (isUsable === wasUsable) return;
    wasUsable = isUsable;
    const { keychainBack, keychainSilent } = terminalWatchText();
    output.note(isUsable ? keychainBack : keychainSilent);
  };
  note(usher.services.vaultStatus.state());
  usher.events.subscribe(({ vault }) => {
    if (vault !== undefined) note(vault);
  });
}

async function once(context: Context, hook: Hook | null): Promise<Result<number, CliError>> {
  const { output, interruption } = context;
  const opened = await context.usher();
  if (!opened.ok) return opened;
  const found = await opened.value.services.lookout.once((change) =>
    runHook(hook, change, interruption.signal),
  );
  if (!found.ok) return found;
  const { accounts, apps } = found.value;
  if (accounts.length === 0 && apps.length === 0) output.note(noneText('account'));
  else output.answer(tableOf(output, found.value));
  return ok(codeOf(found.value));
}

function tableOf(output: Output, { accounts, apps }: WholeStatus): string {
  const columns = columnText();
  return table(
    [columns.account, columns.server, columns.app, columns.token, columns.status],
    [
      ...statusRows(output, accounts).map(([account = '', server = '', ...rest]) => [
        ...[account, server, ''],
        ...rest,
      ]),
      ...apps.flatMap((app) => {
        const named = [nameCell(output, app.account.title), '', nameCell(output, app.name)];
        return [
          [...named, maskedTokenText(app.token), verdictCell(output, app.verdict)],
          ...app.destinations.map((one) => [
            ...named,
            placeOf(one),
            terminalAppText().state(one.state),
          ]),
        ];
      }),
    ],
  );
}

function codeOf({ accounts, apps }: WholeStatus): number {
  const code = codeOfVerdicts([
    ...accounts.flatMap(({ verdict, servers }) => [verdict, ...servers.map((one) => one.verdict)]),
    ...apps.map(({ verdict }) => verdict),
  ]);
  const states = apps.flatMap(({ destinations }) => destinations.map(({ state }) => state.kind));
  if (states.some((state) => state === 'changed' || state === 'notWritten')) {
    return exitCode.refused;
  }
  return code === exitCode.done && states.includes('notChecked') ? exitCode.unreachable : code;
}
