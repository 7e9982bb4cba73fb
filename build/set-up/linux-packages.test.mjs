import { expect, test } from 'vitest';
import { missingDebianPackages } from './linux-packages.mjs';

const needs = [['libgtk-3-0', 'libgtk-3-0t64'], ['xvfb']];
const none = new Set([]);

test('nothing is missing where every need is met, under the old name or the new', () => {
  expect(missingDebianPackages(needs, new Set(['libgtk-3-0', 'xvfb']), none)).toEqual([]);
  expect(missingDebianPackages(needs, new Set(['libgtk-3-0t64', 'xvfb']), none)).toEqual([]);
});

test('the name that this release offers is asked for', () => {
  const available = new Set(['libgtk-3-0t64', 'xvfb']);
  expect(missingDebianPackages(needs, none, available)).toEqual(['libgtk-3-0t64', 'xvfb']);
});

test('without package lists the usual name is asked for', () => {
  expect(missingDebianPackages(needs, none, none)).toEqual(['libgtk-3-0', 'xvfb']);
});
