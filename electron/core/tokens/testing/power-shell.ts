/** What curl is asked for by a line in PowerShell. */
interface CurlRun {
  readonly headers: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * Reads a line as PowerShell 5.1 and Windows read it, as far as Usher writes such lines: words bare or in single quotes,
 * perhaps a text piped into the command. Throws at anything else.
 */
export function asPowerShellRuns(line: string): CurlRun {
  const [first = [], second, ...more] = statementsOf(line);
  if (more.length > 0) throw new Error('There is more than one pipe.');
  const [program, ...args] = second ?? first;
  if (program !== 'curl.exe') throw new Error(`It runs ${program ?? 'nothing'}.`);
  // Not doubled at the end of a word, nor before a quote: so does PowerShell before 7.3.
  const handedOn = args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ');
  return curlRunOf(commandLineToWords(handedOn), second === undefined ? null : first.join('\n'));
}

const isQuote = (sign: string | undefined): boolean =>
  sign !== undefined && ["'", '‘', '’', '‚', '‛'].includes(sign);

/** The words between pipes (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules). */
function statementsOf(line: string): readonly (readonly string[])[] {
  const statements: string[][] = [[]];
  for (let at = 0; at < line.length;) {
    const sign = line[at];
    if (sign === ' ') {
      at += 1;
    } else if (sign === '|') {
      statements.push([]);
      at += 1;
    } else if (isQuote(sign)) {
      let word = '';
      for (at += 1; !isQuote(line[at]) || isQuote(line[at + 1]); at += 1) {
        if (at >= line.length) throw new Error('A quote is not closed.');
        if (isQuote(line[at])) at += 1;
        word += line[at] ?? '';
      }
      at += 1;
      if (at < line.length && line[at] !== ' ') throw new Error('A word goes on behind its quote.');
      statements.at(-1)?.push(word);
    } else {
      const [word] = /^[\w.-]+(?= |$)/.exec(line.slice(at)) ?? [];
      if (word === undefined) throw new Error(`Bare signs: ${line.slice(at)}`);
      statements.at(-1)?.push(word);
      at += word.length;
    }
  }
  return statements;
}

/** As CommandLineToArgvW (https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw). */
function commandLineToWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isInQuotes = false;
  for (let at = 0; at < line.length;) {
    const [backslashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    const next = line[at + backslashes.length];
    if (next === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(backslashes.length / 2));
      if (backslashes.length % 2 === 1) word += '"';
      else isInQuotes = !isInQuotes;
      at += backslashes.length + 1;
    } else if (backslashes !== '') {
      word = (word ?? '') + backslashes;
      at += backslashes.length;
    } else if (next === ' ' && !isInQuotes) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
    } else {
      word = (word ?? '') + (next ?? '');
      at += 1;
    }
  }
  return word === null ? words : [...words, word];
}

function curlRunOf(words: readonly string[], input: string | null): CurlRun {
  const headers: string[] = [];
  const addresses: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-H') headers.push(words[(at += 1)] ?? '');
    else if (word === '-K' && words[at + 1] === '-' && input !== null) {
      headers.push(headerInConfig(input));
      at += 1;
    } else if (word.startsWith('-')) throw new Error(`An option of curl: ${word}`);
    else addresses.push(word);
  }
  return { headers, addresses };
}

/** A line of curl's configuration (https://curl.se/docs/manpage.html#-K). */
function headerInConfig(text: string): string {
  const [, quoted] = /^header = "((?:[^"\\]|\\["\\])*)"$/.exec(text) ?? [];
  if (quoted === undefined) throw new Error(`This is no header: ${text}`);
  return quoted.replaceAll(/\\(.)/g, '$1');
}
