import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groundColors, textColors } from '../shared/ground-colors.ts';
import { projectRoot } from './project.mjs';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

const css = read('renderer/styles/tokens.css').replace(/\/\*[^]*?\*\//g, '');

/** The tokens of the file's first block and of those whose media query is given, later ones over earlier ones. */
function tokensFor(queries: readonly string[]): ReadonlyMap<string, string> {
  const blocks = css.matchAll(/(?:@media ([^{]+) \{\s*)?:root \{([^}]*)\}/g);
  const applying = [...blocks].filter(
    ([, query]) => query === undefined || queries.includes(query),
  );
  const lines = applying.flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+): ([^;]+);/g)]);
  return new Map(lines.map(([, name = '', value = '']) => [name, value]));
}

const dark = '(prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';
const schemes = {
  light: tokensFor([]),
  dark: tokensFor([dark]),
  'light with more contrast': tokensFor([more]),
  'dark with more contrast': tokensFor([dark, more, `${more} and ${dark}`]),
};

/** Relative luminance as WCAG 2.2 has it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const pages = ['ground', 'surface', 'raised', 'sidebar', 'sunken', 'accent-tint'];
/** What is written in which colour on which grounds. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...pages, 'accent-soft', 'neutral-soft', 'tile']],
  ['text-soft', [...pages, 'accent-soft', 'neutral-soft', 'tile']],
  ['text-faint', pages],
  ['accent-text', ['ground', 'surface', 'raised', 'sidebar', 'accent-tint', 'accent-soft']],
  ['on-accent', ['accent-fill', 'accent-fill-hover']],
  ['on-danger', ['danger-fill', 'danger-fill-hover']],
  ...['ok', 'warn', 'danger', 'info'].map(
    (tone) => [tone, [`${tone}-soft`, 'ground', 'surface', 'raised', 'accent-tint']] as const,
  ),
];
/** Bars, rings, marks and edges that tell something by being there. */
const marks: readonly (readonly [string, readonly string[]])[] = [
  ['accent', [...pages, 'accent-soft', 'neutral-soft']],
  ['warn-mark', ['ground', 'surface', 'raised', 'sidebar']],
  ['line-strong', ['ground', 'surface', 'raised']],
];

describe.each(Object.entries(schemes))('in %s', (_name, tokens) => {
  const colour = (role: string): string => {
    const value = tokens.get(`--color-${role}`) ?? '';
    expect(value, role).toMatch(/^#[\da-f]{6}$/);
    return value;
  };
  const weakerThan = (least: number, pairs: typeof texts): readonly string[] =>
    pairs.flatMap(([role, grounds]) =>
      grounds
        .map((ground) => ({ ground, ratio: contrast(colour(role), colour(ground)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ ground, ratio }) => `${role} on ${ground}: ${ratio.toFixed(2)}`),
    );

  it('every text can be read on every ground it stands on', () => {
    expect(weakerThan(4.5, texts)).toEqual([]);
  });

  it('every mark and every edge that tells something can be told from its ground', () => {
    expect(weakerThan(3, marks)).toEqual([]);
  });
});

it('has the colors that the window has before there is a page, and around it', () => {
  const valuesOf = (token: string) =>
    Object.values(schemes).map((tokens) => tokens.get(`--color-${token}`));
  expect(valuesOf('ground')).toEqual(inOrder(groundColors));
  expect(valuesOf('text')).toEqual(inOrder(textColors));
});

const inOrder = (
  colors: Readonly<Record<keyof typeof groundColors, string>>,
): readonly string[] => [
  colors.light,
  colors.dark,
  colors.lightWithMoreContrast,
  colors.darkWithMoreContrast,
];
