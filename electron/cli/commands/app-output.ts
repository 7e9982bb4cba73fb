import type { AppTokenSummary, DestinationSummary } from '../../../shared/model/app-token.ts';
import type { Result } from '../../../shared/result.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { timeAgoText } from '../../../shared/words/formats.ts';
import { terminalAppText } from '../../../shared/words/terminal-apps.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import type { Unwritten } from '../../core/app-tokens/app-token-changes.ts';
import type { Usher } from '../../core/usher.ts';
import type { CommandInput, Context } from '../command.ts';
import { exitCode, type CliError } from '../errors.ts';
import { isoTime, verdictJson } from '../json.ts';
import { placeOf, type Output } from '../output.ts';
import { nameCell, table, verdictCell } from '../tables.ts';

/** One of the things to do with app tokens: the first word after `usher app`. */
export type Act = (
  usher: Usher,
  context: Context,
  input: CommandInput,
) => Promise<Result<number, CliError>>;

export function appTable(output: Output, all: readonly AppTokenSummary[]): string {
  const columns = columnText();
  const words = terminalAppText();
  const now = Date.now();
  return table(
    [
      ...[columns.app, columns.account, columns.token, columns.status, columns.made],
      ...[columns.lastSeen, columns.file, columns.state],
    ],
    all.flatMap((one) => {
      const facts = [
        nameCell(output, one.name),
        nameCell(output, one.account.title),
        maskedTokenText(one.token),
        verdictCell(output, one.verdict),
        timeAgoText(one.madeAt, now),
        one.lastSeenAt === null ? words.neverSeen : timeAgoText(one.lastSeenAt, now),
      ];
      const [first, ...others] = one.destinations;
      const places = first === undefined ? [['', '']] : [first, ...others].map(placeCells);
      return places.map((cells, row) => [
        ...(row === 0 ? facts : [facts[0] ?? '', '', '', '', '', '']),
        ...cells,
      ]);
    }),
  );
}

const placeCells = (destination: DestinationSummary): readonly string[] => {
  const words = terminalAppText();
  const state = words.state(destination.state);
  return [
    placeOf(destination),
    destination.isReadableByOthers ? `${state}, ${words.readableByOthers}` : state,
  ];
};

/** Answers the exit code. */
export function noteUnwritten(
  output: Output,
  unwritten: readonly Unwritten[],
  say: (place: string, reason: string) => string,
): number {
  for (const { destination, outcome } of unwritten) {
    output.note(say(placeOf(destination), errorText(outcome.error).title));
  }
  return unwritten.length === 0 ? exitCode.done : exitCode.refused;
}

export const appJson = (one: AppTokenSummary) => ({
  id: one.id,
  name: one.name,
  account: one.account.title,
  accountId: one.account.id,
  server: one.server?.name ?? null,
  lastFour: one.token.lastFour,
  madeAt: isoTime(one.madeAt),
  lastSeenAt: isoTime(one.lastSeenAt),
  verdict: verdictJson(one.verdict),
  work: one.work.kind,
  destinations: one.destinations.map(({ format, path, key, urlKey, state, ...rest }) => ({
    ...{ format, path, key, urlKey, state: state.kind },
    isReadableByOthers: rest.isReadableByOthers,
  })),
});
