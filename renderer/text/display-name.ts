/**
 * The person's own word for a country or a language code, and the code itself when there is no word: Plex sends
 * codes that no list knows, and a malformed one makes `Intl.DisplayNames` throw.
 */
export const displayName = (type: 'region' | 'language', code: string, locale?: string): string => {
  const trimmed = code.trim();
  try {
    const names = new Intl.DisplayNames(locale === undefined ? undefined : [locale], { type });
    return names.of(type === 'region' ? trimmed.toUpperCase() : trimmed) ?? trimmed;
  } catch {
    return trimmed;
  }
};
