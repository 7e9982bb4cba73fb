/** “New Zealand (NZ)”: the name, and the code Plex sent where the two differ. Null and "" are not given. */
export const withCode = (code: string | null, nameOf: (code: string) => string): string | null => {
  if (code === null || code.trim() === '') return null;
  const name = nameOf(code);
  return name === code ? code : `${name} (${code})`;
};
