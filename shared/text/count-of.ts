const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** “1 server”, “1,000 servers”. */
export const countOf = (count: number, one: string, other = `${one}s`): string =>
  `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
