import { homedir } from 'node:os';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { Destination } from '../../../shared/model/destination.ts';
import { isTokenForm } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { terminalAppText } from '../../../shared/words/terminal-apps.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import type { Wisher } from '../../core/servers/consent.ts';
import type { Usher } from '../../core/usher.ts';
import { readDestination } from '../../destinations/read-destination.ts';
import type { CommandInput, RunCommand } from '../command.ts';
import { exitCode, usageError, type CliError } from '../errors.ts';
import { chooseAccount, chooseServer, findByName } from '../names.ts';
import { placeOf, printable } from '../output.ts';
import { appJson, appTable, noteUnwritten, type Act } from './app-output.ts';

/** Makes, lists, rotates and revokes the tokens that programs have of their own. */
export const app: RunCommand = async (context, input) => {
  const opened = await context.usher();
  if (!opened.ok) return opened;
  const isOfMany = input.operand('ACTION') === 'adopt';
  if (input.rest.length > 1 && !isOfMany) return err(usageError(terminalAppText().oneName));
  // The parser lets no other action through.
  const act = acts[input.operand('ACTION') ?? ''] ?? list;
  return act(opened.value, context, input);
};

const add: Act = async (usher, { output, input: terminal }, input) => {
  const name = input.operand('NAME');
  if (name === undefined) return err(usageError(terminalAppText().noName));
  const destinations: Destination[] = [];
  for (const text of input.values('to')) {
    const read = readDestination(text, { folder: process.cwd(), home: homedir() });
    if (!read.ok) return read;
    destinations.push(read.value);
  }
  if (destinations.length > 0 && !terminal.isTerminal && !input.has('yes')) {
    return err(usageError(terminalAppText().needsYes));
  }
  const account = chooseAccount(usher, input.value('account'));
  if (!account.ok) return account;
  const wantsServer = input.value('server');
  const server =
    wantsServer === undefined
      ? null
      : await chooseServer(usher, {
          ...input,
          operand: (operand) => (operand === 'SERVER' ? wantsServer : input.operand(operand)),
        });
  if (server?.ok === false) return server;
  const { appTokens, secrets } = usher.services;
  const added = await appTokens.add(
    {
      ...{ accountId: account.value.id, name, destinations },
      serverId: server?.ok === true ? server.value.server.id : null,
    },
    wisherOf(input),
  );
  if (!added.ok) return added;
  const { id, unwritten } = added.value;
  const summary = appTokens.summaries().find((one) => one.id === id);
  const named = input.value('as') ?? '';
  const isPrinted = destinations.length === 0 || isTokenForm(named);
  const words = terminalAppText();
  if (input.has('json') && summary !== undefined) output.json({ app: appJson(summary) });
  else {
    output.note(words.added(printable(name)));
    for (const destination of destinations) {
      if (!unwritten.some((one) => isSame(one.destination, destination))) {
        output.note(words.written(placeOf(destination)));
      }
    }
    for (const destination of summary?.destinations ?? []) {
      if (!destination.isReadableByOthers) continue;
      output.note(words.othersCanRead(placeOf(destination), printable(name)));
    }
    if (isPrinted) {
      const secret = { kind: 'app', appTokenId: id } as const;
      const text = await secrets.write(secret, isTokenForm(named) ? named : 'raw');
      if (!text.ok) return text;
      output.answer(text.value);
    }
  }
  return ok(noteUnwritten(output, unwritten, words.unwritten));
};

const list: Act = async (usher, { output }, input) => {
  const { appTokens } = usher.services;
  await appTokens.refresh();
  const all = appTokens.summaries();
  if (input.has('json')) output.json({ apps: all.map(appJson) });
  else if (all.length === 0) output.note(noneText('appToken'));
  else output.answer(appTable(output, all));
  return ok(exitCode.done);
};

const rotate: Act = async (usher, { output, input: terminal }, input) => {
  const { appTokens } = usher.services;
  if (input.operand('NAME') === undefined && !input.has('all')) {
    return err(usageError(terminalAppText().noNameToRotate));
  }
  const chosen = input.has('all') ? ok(appTokens.summaries()) : choose(usher, input);
  if (!chosen.ok) return chosen;
  // Nobody is there to say whether what somebody else wrote is to be replaced.
  const asked = terminal.isTerminal || input.has('yes') ? wisherOf(input) : null;
  for (const { id, name } of chosen.value) {
    const rotated = await appTokens.rotate(id, asked);
    if (!rotated.ok) {
      const isUnasked = asked === null && rotated.error.code === 'question.declined';
      return isUnasked ? err(usageError(terminalAppText().needsYes)) : rotated;
    }
    if (!input.has('json')) output.note(terminalAppText().rotated(printable(name)));
  }
  if (input.has('json')) {
    const ids = new Set(chosen.value.map(({ id }) => id));
    output.json({
      rotated: appTokens
        .summaries()
        .filter(({ id }) => ids.has(id))
        .map(appJson),
    });
  }
  return ok(exitCode.done);
};

const remove: Act = async (usher, { output }, input) => {
  if (input.operand('NAME') === undefined) return err(usageError(terminalAppText().noName));
  const chosen = choose(usher, input);
  if (!chosen.ok) return chosen;
  const words = terminalAppText();
  let code: number = exitCode.done;
  for (const one of chosen.value) {
    const isClearing = input.has('clear');
    const removed = await usher.services.appTokens.remove(one.id, { isClearing });
    if (!removed.ok) return removed;
    if (input.has('json')) output.json({ removed: appJson(one) });
    else {
      output.note(words.removed(printable(one.name)));
      for (const destination of one.destinations) {
        const isCleared =
          isClearing && !removed.value.some((un) => isSame(un.destination, destination));
        if (isCleared) output.note(words.cleared(placeOf(destination)));
        else if (!isClearing) output.note(words.stillIn(placeOf(destination)));
      }
    }
    code = noteUnwritten(output, removed.value, words.uncleared);
  }
  return ok(code);
};

const restrict: Act = async (usher, { output }, input) => {
  if (input.operand('NAME') === undefined) return err(usageError(terminalAppText().noName));
  const { appTokens } = usher.services;
  await appTokens.refresh();
  const chosen = choose(usher, input);
  if (!chosen.ok) return chosen;
  const words = terminalAppText();
  for (const one of chosen.value) {
    const open = one.destinations.filter(({ isReadableByOthers }) => isReadableByOthers);
    for (const destination of open) {
      const restricted = await appTokens.restrict(one.id, destination.id);
      if (!restricted.ok) return restricted;
      output.note(words.restricted(placeOf(destination)));
    }
    if (open.length === 0) output.note(words.noneToRestrict);
  }
  return ok(exitCode.done);
};

/** The token alone, for a program that is told it by hand. */
const show: Act = async (usher, { output }, input) => {
  if (input.operand('NAME') === undefined) return err(usageError(terminalAppText().noName));
  const chosen = choose(usher, input);
  if (!chosen.ok) return chosen;
  const form = input.value('as') ?? 'raw';
  for (const { id: appTokenId } of chosen.value) {
    const text = await usher.services.secrets.write(
      { kind: 'app', appTokenId },
      isTokenForm(form) ? form : 'raw',
    );
    if (!text.ok) return text;
    output.answer(text.value);
  }
  return ok(exitCode.done);
};

const adopt: Act = async (...all) => (await import('./app-adopt.ts')).adopt(...all);
const repair: Act = async (...all) => (await import('./app-repair.ts')).repair(...all);

const acts: Readonly<Record<string, Act>> = {
  ...{ add, adopt, list, show, rotate, restrict, repair, remove },
};

const wisherOf = (input: CommandInput): Wisher => ({
  kind: 'person',
  isConfirmed: input.has('yes'),
});

function choose(usher: Usher, input: CommandInput): Result<readonly AppTokenSummary[], CliError> {
  const all = usher.services.appTokens.summaries();
  const found = findByName(
    'appToken',
    all.map((one) => ({ item: one, id: one.id, names: [one.name], label: one.name })),
    input.operand('NAME') ?? '',
  );
  return found.ok ? ok([found.value]) : found;
}

const isSame = (one: Destination, other: Destination): boolean =>
  one.path === other.path && one.key === other.key;
