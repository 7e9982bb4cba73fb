import { err, ok } from '../../shared/result.ts';
import type { FindSpot, ListValues, Spot } from './spot.ts';

/**
 * A variable of an env file, as dotenv and Docker Compose read one
 * (https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax): `NAME=value`,
 * with `export` or without, in quotes or without, a comment behind it.
 */
export const findInEnv: FindSpot = (text, key) => {
  const found = assignmentsIn(text).filter(({ name }) => name === key);
  const [first, ...others] = found;
  if (first === undefined) return err({ code: 'destination.noKey' });
  return others.length > 0 ? err({ code: 'destination.ambiguous' }) : ok(first.spot);
};

export const listInEnv: ListValues = (text) =>
  ok(assignmentsIn(text).map(({ name, spot }) => ({ key: name, value: spot.value })));

interface Assignment {
  readonly name: string;
  readonly spot: Spot;
}

const assignment = /\ufeff?[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*/y;
const doubleQuoted = /"((?:[^"\\]|\\[^])*)"/y;
const singleQuoted = /'([^']*)'/y;
const bare = /(?:[^\s#]|[^\S\r\n]+(?![#\s])|(?<=\S)#)*/y;
const restOfLine = /[^\r\n]*(?:\r\n|\r|\n|$)/y;

/** A value in quotes may go on over several lines, which are no assignments then. */
function assignmentsIn(text: string): readonly Assignment[] {
  const found: Assignment[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    const name = take(assignment)?.[1];
    if (name !== undefined) {
      const start = at;
      const double = take(doubleQuoted);
      const single = double === null ? take(singleQuoted) : null;
      const plain = double === null && single === null ? take(bare) : null;
      const value = double?.[1]?.replaceAll(/\\(["\\$])/g, '$1') ?? single?.[1] ?? plain?.[0] ?? '';
      const quote = double !== null ? '"' : single !== null ? "'" : '';
      found.push({
        name,
        spot: { start, end: at, value, written: (next) => quoted(next, quote) },
      });
    }
    take(restOfLine);
  }
  return found;
}

const quoted = (value: string, quote: '"' | "'" | ''): string => {
  if (quote === "'" && !value.includes("'")) return `'${value}'`;
  if (quote === '' && /^[\w.:/@%+,-]*$/.test(value)) return value;
  return `"${value.replaceAll(/["\\$]/g, '\\$&')}"`;
};
