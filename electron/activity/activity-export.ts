import { stringify } from 'csv-stringify/sync';
import type { ActivityFormat } from '../../shared/contract.ts';
import type { ActivityEntry } from '../../shared/model/activity.ts';

interface ActivityExport {
  /** A name for the file. */
  readonly name: string;
  readonly text: string;
}

/** The list as a file for other programs. Times are ISO 8601 in UTC. */
export function activityExport(
  entries: readonly ActivityEntry[],
  format: ActivityFormat,
): ActivityExport {
  const records = entries.map(({ at, kind, what, account, server }) => ({
    at: new Date(at).toISOString(),
    kind,
    what,
    account: account.name,
    server: server?.name ?? null,
    serverId: server?.id ?? null,
  }));
  return format === 'json'
    ? { name: 'usher-activity.json', text: `${JSON.stringify(records, null, 2)}\n` }
    : { name: 'usher-activity.csv', text: toCsv(records) };
}

const toCsv = (records: readonly object[]): string =>
  stringify([...records], {
    header: true,
    columns: ['at', 'kind', 'what', 'account', 'server', 'serverId'],
    record_delimiter: 'windows',
    // SECURITY: a name that begins like a formula (`=`, `+`, `-`, `@`) stays text when a spreadsheet opens the file.
    escape_formulas: true,
  });
