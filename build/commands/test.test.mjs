import { expect, test } from 'vitest';
import { chooseStages, summarise } from './test.mjs';

const names = ['format', 'unit', 'e2e'];

test('without a name every stage runs', () => {
  expect(chooseStages([], names).chosen).toEqual(names);
});

test('named stages run in their usual order', () => {
  expect(chooseStages(['e2e', 'format'], names).chosen).toEqual(['format', 'e2e']);
});

test('a name that is no stage is reported', () => {
  expect(chooseStages(['unti'], names).unknown).toEqual(['unti']);
});

test('what follows a second divider is handed on', () => {
  const { chosen, handedOn } = chooseStages(['e2e', '--', 'sign-in', '--headed'], names);
  expect(chosen).toEqual(['e2e']);
  expect(handedOn).toEqual(['sign-in', '--headed']);
});

const green = { name: 'unit', seconds: 2.04, passed: 40, failed: 0, complaints: [] };
const red = { name: 'e2e', seconds: 61, passed: 9, failed: 1, complaints: ['no test ran'] };

test('the last line is the total of all stages', () => {
  expect(summarise([green, red]).text.trimEnd().split('\n').at(-1)).toBe('49 passed, 1 failed');
});

test('each stage has its line, with its time and what was wrong beside its tests', () => {
  const { text } = summarise([green, red]);
  expect(text).toContain('unit    2.0 s  40 passed, 0 failed\n');
  expect(text).toContain('e2e    61.0 s  9 passed, 1 failed (no test ran)\n');
});

test('the tests that failed are named once more', () => {
  const { text } = summarise([green, { ...red, failedTests: ['a.spec.ts:7: holds'] }]);
  expect(text).toContain('\ne2e failed: a.spec.ts:7: holds\n');
});

test('the exit code is 0 only when something passed and nothing failed', () => {
  expect(summarise([green]).exitCode).toBe(0);
  expect(summarise([green, red]).exitCode).toBe(1);
  expect(summarise([{ ...green, passed: 0 }]).exitCode).toBe(1);
});
