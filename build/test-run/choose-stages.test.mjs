import { expect, test } from 'vitest';
import { chooseStages } from './choose-stages.mjs';

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
