import { catalogue } from './language.ts';
import { verdictReasonText } from './verdicts.ts';
import type { AppErrorCode } from '../errors.ts';

interface Change {
  readonly kind: 'account' | 'server' | 'app' | 'destination';
  readonly from: string;
  readonly to: 'valid' | 'ending' | 'rejected' | 'unknown' | 'upToDate' | 'changed';
  readonly reason: AppErrorCode | null;
}

const what = {
  account: 'account token',
  server: 'server access token',
  app: 'app token',
  destination: 'file',
} as const satisfies Readonly<Record<Change['kind'], string>>;

const became = {
  valid: 'valid',
  ending: 'expires within a day',
  rejected: 'rejected',
  unknown: 'couldn’t be checked for a day',
  upToDate: 'up to date',
  changed: 'changed',
} as const satisfies Readonly<Record<Change['to'], string>>;

/** What the terminal tells of what it watches. Names and places are text from outside, to be cleaned before. */
export const terminalWatchText = catalogue({
  en: {
    begun: 'Watching. To stop: Ctrl-C',
    noHook: 'To run a command when something changes, put it after --hook.',
    noCommand: 'Name the command to run: usher watch --hook COMMAND',
    keychainSilent:
      'The keychain didn’t return a token, so nothing is checked. Usher tries it again every half hour.',
    keychainBack: 'The keychain works again.',
    changed: ({
      time,
      names,
      file,
      change,
    }: {
      readonly time: string;
      readonly names: readonly string[];
      readonly file: string | null;
      readonly change: Change;
    }): string => {
      const subject = `${names.join(' › ')}: ${what[change.kind]}${file === null ? '' : ` ${file}`}`;
      const why =
        change.to === 'unknown' && change.reason !== null
          ? `. ${verdictReasonText(change.reason)}`
          : '';
      return `${time} ${subject} ${became[change.to]}${why}`;
    },
    hookFailed: (command: string, why: string): string => `usher: hook ${command}: ${why}`,
    hookExited: (code: number): string => `exited with ${code}`,
    hookKilled: (signal: string): string => `ended by ${signal}`,
    hookLate: (limit: string): string => `ended, because it ran longer than ${limit}`,
  },
});
