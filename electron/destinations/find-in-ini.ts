import { err, ok } from '../../shared/result.ts';
import type { FindSpot, ListValues, Spot } from './spot.ts';

/**
 * An option of an INI file, as Python's configparser and ConfigObj read one: `section.key`, where the section may have
 * dots itself; a bare key stands above the first section.
 */
export const findInIni: FindSpot = (text, key) => {
  const options = optionsIn(text);
  const isIt = (option: Option, ignoringCase: boolean): boolean => {
    const own = keyOf(option);
    return ignoringCase ? own.toLowerCase() === key.toLowerCase() : own === key;
  };
  const exact = options.filter((option) => isIt(option, false));
  // configparser knows no case in the names of options.
  const found = exact.length > 0 ? exact : options.filter((option) => isIt(option, true));
  const [first, ...others] = found;
  if (first === undefined) return err({ code: 'destination.noKey' });
  if (others.length > 0) return err({ code: 'destination.ambiguous' });
  return first.isContinued ? err({ code: 'destination.notReplaceable' }) : ok(first.spot);
};

export const listInIni: ListValues = (text) =>
  ok(optionsIn(text).map((option) => ({ key: keyOf(option), value: option.spot.value })));

const keyOf = ({ section, name }: Option): string =>
  section === null ? name : `${section}.${name}`;

interface Option {
  readonly section: string | null;
  readonly name: string;
  readonly spot: Spot;
  /** Its value goes on in the next line. */
  readonly isContinued: boolean;
}

// Each of these looks at every sign once: a line may be as long as the file.
const sectionLine = /^\ufeff?[ \t]*\[([^\]]*)\]/;
const optionLine = /^\ufeff?([ \t]*)([^\s=:;#[][^=:]*)[=:][ \t]*/;

function optionsIn(text: string): readonly Option[] {
  const options: Option[] = [];
  let section: string | null = null;
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const start = at;
    at += line.length;
    if (/^\ufeff?[ \t]*(?:[;#]|\r?\n?$)/.test(line)) continue;
    const named = sectionLine.exec(line);
    if (named !== null) {
      section = named[1]?.trim() ?? '';
      continue;
    }
    const option = optionLine.exec(line);
    if (option === null) continue;
    const [head, indent = '', name = ''] = option;
    const rest = line.slice(head.length).replace(/[\r\n]+$/, '');
    const spot = valueIn(rest, start + head.length);
    const next = /^([ \t]*)[^\s;#]/.exec(lines[index + 1] ?? '');
    const isContinued = (next?.[1]?.length ?? 0) > indent.length;
    options.push({ section, name: name.trimEnd(), spot, isContinued });
  }
  return options;
}

/** Without a comment behind it, which begins after a space: a token has none. */
function valueIn(rest: string, start: number): Spot {
  const quotedValue = /^(["'])(.*?)\1(?=\s|$)/.exec(rest);
  if (quotedValue !== null) {
    const [whole, quote = '"', value = ''] = quotedValue;
    const written = (next: string): string => `${quote}${next}${quote}`;
    return { start, end: start + whole.length, value, written };
  }
  const comment = /^[;#]|(?<=[ \t])[;#]/.exec(rest);
  const value = rest.slice(0, comment?.index).trimEnd();
  return { start, end: start + value.length, value, written: (next) => next };
}
