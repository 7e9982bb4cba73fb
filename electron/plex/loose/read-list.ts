/** The items of a list; one item that came without its list is a list of one, and nothing is none. */
export const readList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === '' ? [] : [value];
};
