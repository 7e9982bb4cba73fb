interface CountWords {
  readonly rules: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
}

// Made at the first count: making them takes longer than all else that a command loads of its words.
let words: CountWords | null = null;

/** “1 server”, “1,000 servers”. */
export const countOf = (count: number, one: string, other = `${one}s`): string => {
  words ??= { rules: new Intl.PluralRules('en'), numbers: new Intl.NumberFormat('en') };
  return `${words.numbers.format(count)} ${words.rules.select(count) === 'one' ? one : other}`;
};
