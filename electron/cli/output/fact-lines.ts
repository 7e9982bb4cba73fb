import type { JsonValue } from '../../../shared/model/account.ts';
import { printable } from './printable.ts';

type Composed = Extract<JsonValue, object>;
type Plain = Exclude<JsonValue, Composed>;

/** A record as lines of `name: value`, what is inside something indented under its name. Empty ones are left out. */
export function factLines(record: JsonValue, paintName: (text: string) => string): string {
  const linesOf = (name: string, value: JsonValue, depth: number): readonly string[] => {
    const title = `${'  '.repeat(depth)}${paintName(printable(name))}`;
    if (isEmpty(value)) return [];
    if (!isComposed(value)) return [`${title}: ${textOf(value)}`];
    const items = Object.values(value);
    const plain = items.filter((item): item is Plain => !isComposed(item));
    if (Array.isArray(value) && plain.length === items.length) {
      return [`${title}: ${plain.map(textOf).join(', ')}`];
    }
    return [title, ...inside(value, depth + 1)];
  };
  const inside = (value: Composed, depth: number): readonly string[] =>
    Object.entries(value).flatMap(([name, inner]) => linesOf(name, inner, depth));
  return (isComposed(record) ? inside(record, 0) : []).join('\n');
}

const isComposed = (value: JsonValue): value is Composed =>
  typeof value === 'object' && value !== null;

const textOf = (value: Plain): string => printable(String(value));

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === '' || (isComposed(value) && Object.keys(value).length === 0);
