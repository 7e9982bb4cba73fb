/** Words around sending a token where it can be read on the way. */
export const plainHttpText = {
  question: (server: string) => `Send the token unencrypted to ${server}?`,
  detail: (uri: string) =>
    `No secure address of this server answered. ${uri} did, over plain HTTP: anyone on the way can read the access token Usher sends and the token that comes back.`,
  remembered:
    'Usher remembers a yes for this server, and uses plain HTTP only while nothing secure answers. You can take it back on the server’s page, under Addresses.',
  send: 'Send unencrypted',
  setting: 'Let tokens go to this server over plain HTTP',
  settingHint: 'Only while no secure address answers. Anyone on the way can read them.',
} as const;
