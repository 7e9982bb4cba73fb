/** The forms a token can be handed out in, for where people put tokens. */
export const tokenForms = ['raw', 'header', 'url', 'curl', 'env', 'yaml', 'json'] as const;

export type TokenForm = (typeof tokenForms)[number];

export const isTokenForm = (text: string): text is TokenForm =>
  (tokenForms as readonly string[]).includes(text);
