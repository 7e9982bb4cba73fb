import type { TransientTokenSummary } from '../../../shared/model/token.ts';

/** The tokens whose server, account or last four characters hold every word of the query. */
export const findTokens = (
  tokens: readonly TransientTokenSummary[],
  query: string,
): readonly TransientTokenSummary[] => {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return tokens;
  return tokens.filter((entry) => {
    const text =
      `${entry.serverName}\n${entry.accountName}\n${entry.token.lastFour}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
};
