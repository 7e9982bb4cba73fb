/** Words around minting, in a row and on a server's page. */
export const mintText = {
  action: 'Mint',
  actionLong: 'Mint a transient token',
  actionFor: (server: string) => `Mint a transient token on ${server}`,
  busy: 'Minting…',
  done: 'Copied',
  announceDone: (server: string) => `Transient token of ${server} copied to the clipboard.`,
  title: 'Transient token',
  result: 'Minted and copied to the clipboard.',
  rights:
    'A transient token has the same rights on this server as the account itself. Only its life is shorter: at most 48 hours, and it ends when the server restarts.',
  shortcut: 'M',
} as const;
