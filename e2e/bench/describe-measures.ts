import type { Measure } from './bench.ts';
import { isMissed } from './is-missed.ts';

/** The measures as lines of a table, its columns aligned. */
export const describeMeasures = (measures: readonly Measure[]): readonly string[] => {
  const rows = measures.map((measure) => [
    measure.what,
    inUnit(measure.value, measure.unit),
    verdictOn(measure),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([what = '', value = '', verdict = '']) =>
    `  ${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${verdict}`.trimEnd(),
  );
};

const verdictOn = (measure: Measure): string => {
  const { value, unit, limit, goal } = measure;
  const verdicts = [
    limit === null
      ? []
      : `${isMissed(measure) ? 'missed' : 'kept'}: at most ${inUnit(limit, unit)}`,
    goal === undefined ? [] : `goal${value <= goal ? '' : ' not'} reached: ${inUnit(goal, unit)}`,
  ];
  return verdicts.flat().join(', ');
};

const inUnit = (value: number, unit: Measure['unit']): string => `${value.toFixed(2)} ${unit}`;
