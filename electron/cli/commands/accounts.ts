import type {
  AccountDetails,
  AccountSummary,
  JsonObject,
  JsonValue,
  Told,
} from '../../../shared/model/account.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { ok } from '../../../shared/result.ts';
import { formatDate } from '../../../shared/words/formats.ts';
import {
  terminalAccountText,
  terminalSignOutText,
} from '../../../shared/words/terminal-answers.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import type { RunCommand } from '../command.ts';
import { accountDetailsJson, isoTime, subscriptionJson, verdictJson } from '../json.ts';
import { chooseAccount } from '../names.ts';
import { printable } from '../output.ts';
import { factLines, nameCell, table, verdictCell } from '../tables.ts';

export const accounts: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const all = opened.value.services.accounts.summaries();
  if (input.has('json')) output.json({ accounts: all.map(accountJson) });
  else if (all.length === 0) output.note(noneText('account'));
  else {
    const columns = columnText();
    output.answer(
      table(
        [columns.account, columns.username, columns.email, columns.token, columns.status],
        all.map(({ title, username, email, token, verdict }) => [
          nameCell(output, title),
          nameCell(output, username),
          nameCell(output, email),
          maskedTokenText(token),
          verdictCell(output, verdict),
        ]),
      ),
    );
  }
  return ok(0);
};

export const accountJson = (account: AccountSummary) => ({
  id: account.id,
  uuid: account.uuid,
  username: account.username,
  title: account.title,
  email: account.email,
  hasPlexPass: account.hasPlexPass,
  token: account.token,
  homeOf: account.homeOf,
  verdict: verdictJson(account.verdict),
  addedAt: isoTime(account.addedAt),
  signedInAt: isoTime(account.signedInAt),
});

export const account: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccount(opened.value, input.operand('ACCOUNT'));
  if (!chosen.ok) return chosen;
  const loaded = await opened.value.services.accounts.load(chosen.value.id);
  if (!loaded.ok) return loaded;
  const details = loaded.value;
  if (input.has('json')) output.json({ account: accountDetailsJson(details) });
  else {
    const lines = (facts: JsonValue): string =>
      factLines(facts, (text) => output.paint('heading', text));
    const { toldAt, facts } = keptOf(details);
    output.answer([lines(details.record), lines(facts)].filter((text) => text !== '').join('\n'));
    if (toldAt !== null) output.note(terminalAccountText().pastIsOf(formatDate(toldAt)));
  }
  return ok(0);
};

/** What an earlier answer told and this one left out, by Plex's names, and when that was. */
function keptOf({ askedAt, pastSubscriptions: past, trials }: AccountDetails): {
  readonly toldAt: EpochMs | null;
  readonly facts: JsonObject;
} {
  const isKept = (told: Told<unknown> | null): boolean =>
    told !== null && told.at !== askedAt && told.list.length > 0;
  const kept = [past, trials].find(isKept);
  return {
    toldAt: kept?.at ?? null,
    facts: {
      pastSubscriptions: past !== null && isKept(past) ? past.list.map(subscriptionJson) : null,
      trials: trials !== null && isKept(trials) ? trials.list : null,
    },
  };
}

export const signOut: RunCommand = async ({ usher, output, interruption }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccount(opened.value, input.operand('ACCOUNT'));
  if (!chosen.ok) return chosen;
  const account = chosen.value;
  const isLocal = input.has('local');
  const { signOut: service, accounts } = opened.value.services;
  // They go first, and do not come back when their account stays.
  const homeUsers = accounts.summaries().filter(({ homeOf }) => homeOf === account.id);
  const done = isLocal
    ? await service.removeLocally(account.id)
    : await service.signOut(account.id);
  if (!done.ok) {
    const isPlexAsked = !isLocal && /^(network|plex)\./.test(done.error.code);
    if (isPlexAsked && !interruption.signal.aborted) {
      const gone = homeUsers.filter(({ id }) => !accounts.find(id).ok);
      output.note(`${removedText(gone)} ${terminalSignOutText().withoutPlex}`);
    }
    return done;
  }
  // Plex said so; that it means it is proved only where it rejects the token.
  const isRevoked = done.value?.revoked.state === 'done';
  const isProved = done.value?.rejected.state === 'done';
  if (input.has('json')) output.json({ signedOut: accountJson(account), isRevoked, isProved });
  else {
    const title = printable(account.title);
    const words = terminalSignOutText();
    output.note(
      isRevoked
        ? `${words.signedOut(title)} ${isProved ? words.proved : words.unproved}`
        : `${words.removed(title)} ${isLocal ? words.stillValid : words.stillUsed}`,
    );
  }
  return ok(0);
};

const removedText = (gone: readonly AccountSummary[]): string =>
  gone.length === 0
    ? terminalSignOutText().nothingRemoved
    : terminalSignOutText().onlyHomeUsersRemoved(gone.map(({ title }) => printable(title)));
