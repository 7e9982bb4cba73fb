import type { AppInfo } from '../../shared/model/state.ts';
import type { TokenForm } from '../../shared/model/token.ts';

const names: Readonly<Record<TokenForm, string>> = {
  raw: 'Token',
  header: 'Header',
  url: 'URL with token',
  curl: 'curl line',
  env: '.env line',
  yaml: 'YAML line',
  json: 'JSON',
};

const details: Readonly<Record<TokenForm, string>> = {
  raw: 'The token alone',
  header: 'X-Plex-Token: …',
  url: 'The address itself holds the token: it stays in histories and logs',
  curl: 'With the token in a header',
  env: 'PLEX_TOKEN=…',
  yaml: 'plex_token: "…"',
  json: 'With the server’s address',
};

/** Words for the forms a token is copied in. */
export const tokenFormText = {
  label: (form: TokenForm): string => names[form],
  detail: (form: TokenForm, platform: AppInfo['platform']): string =>
    form === 'curl' && platform === 'win32'
      ? 'For PowerShell, with the token in a header'
      : details[form],
  /** Not beginning like the button beside it, so that either can be called by voice. */
  menu: (name: string): string => `Choose a form for ${name}`,
  copyAs: (form: TokenForm): string => (form === 'raw' ? 'Copy' : `Copy ${names[form]}`),
  nameAs: (name: string, form: TokenForm): string =>
    form === 'raw' ? name : `${names[form]}: ${name}`,
  /** Beside what is on the clipboard; null for the token alone. */
  onClipboard: (form: TokenForm): string | null => (form === 'raw' ? null : `as ${names[form]}`),
  /** What to know of a form once it is on the clipboard. */
  warning: (form: TokenForm): string | null =>
    form === 'url' ? 'This address holds the token: whoever sees it can use it.' : null,
} as const;
