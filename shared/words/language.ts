/** The languages Usher has its words in. */
export type Language = 'en';

let language: Language = 'en';
// Found at the first number or date: looking takes longer than all else that a command loads of its words.
let locale: string | null = null;

/** Chooses the language of every word: once, before a process says its first. */
export function setLanguage(chosen: Language): void {
  language = chosen;
  locale = null;
}

/** The same words in each language. English comes first, and sets the type that every other has to fill. */
type ByLanguage<Words> = { readonly en: Words } & {
  readonly [Other in Exclude<Language, 'en'>]: NoInfer<Words>;
};

/** The words of a subject: a function, so that nobody holds those of a language before it is chosen. */
export const catalogue =
  <Words>(words: ByLanguage<Words>): (() => Words) =>
  () =>
    words[language];

/** Words that are one function, such as those for every error. */
export const wording =
  <Args extends readonly unknown[], Text>(
    words: ByLanguage<(...args: Args) => Text>,
  ): ((...args: Args) => Text) =>
  (...args) =>
    words[language](...args);

/**
 * A sentence around something that is more than text, such as a link or a countdown: where it stands is for each language
 * to say.
 */
export type Around<Part> = (string | Part)[];

/** The locale of the numbers, plurals and dates that stand among the words. */
export const presentLocale = (): string =>
  (locale ??= localeFor(language, new Intl.DateTimeFormat().resolvedOptions().locale));

/** Something of `Intl`'s for the locale: made when it is first needed, since making it is slow, and anew for another locale. */
export const ofLocale = <T>(make: (locale: string) => T): (() => T) => {
  let made: { readonly locale: string; readonly value: T } | null = null;
  return () => {
    const present = presentLocale();
    if (made?.locale !== present) made = { locale: present, value: make(present) };
    return made.value;
  };
};

/**
 * The person's own region where their system speaks the language of the words (14 Jul 2017 or Jul 14, 2017); else the
 * language alone, since a German date within an English sentence is neither.
 */
export const localeFor = (spoken: string, systemLocale: string): string =>
  systemLocale.split('-')[0] === spoken ? systemLocale : spoken;
