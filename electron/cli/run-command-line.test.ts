import { expect, test } from 'vitest';
import { usageError, type CliError } from './errors.ts';
import { createOutput } from './output.ts';
import { printError } from './run-command-line.ts';

const hostile = '1.0\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e';

const tooOld = { code: 'server.tooOld', version: hostile, neededVersion: '1.15.4' } as const;
const insecure = { code: 'server.insecure', uri: `http://a/${hostile}` } as const;

const twoServers = {
  code: 'server.ambiguous',
  subject: 'server',
  wanted: hostile,
  candidates: [hostile, `${hostile} 2`],
} as const;

test.each<CliError>([
  usageError(`To end it: usher sign-out "${hostile}"`),
  tooOld,
  insecure,
  twoServers,
])('an error plays no tricks with the terminal: %j', (error) => {
  const noted: string[] = [];
  const output = {
    ...createOutput(new AbortController().signal),
    note: (text: string) => void noted.push(text),
  };
  printError(output, error, false);
  expect(noted).toHaveLength(1);
  expect(noted[0]?.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
