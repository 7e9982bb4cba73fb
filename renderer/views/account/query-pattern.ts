/** Finds the query as it was typed, whatever its case; null for nothing typed. */
export const queryPattern = (query: string): RegExp | null => {
  const text = query.trim();
  return text === '' ? null : new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'), 'giu');
};
