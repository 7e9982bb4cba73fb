import { queryPattern } from './query-pattern.ts';

export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The text in parts, so that what was searched for can be marked. */
export const splitMatches = (text: string, query: string): readonly TextPart[] => {
  const pattern = queryPattern(query);
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of pattern === null ? [] : text.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isMatch: false });
    parts.push({ text: match[0], isMatch: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
};
