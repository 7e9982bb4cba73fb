/** Words of the settings page. */
export const settingsText = {
  title: 'Settings',
  tokens: 'Tokens',
  isKeepAliveOn: {
    label: 'Keep account tokens in use',
    hint: 'Tells plex.tv once a day that each token is still used. Tokens that lie idle can stop working after some weeks.',
  },
  isMintingAnew: {
    label: 'Mint anew when a copied token is dead',
    hint: 'A transient token is tried before it is copied. If its server no longer takes it, a new one is minted and copied in its place.',
  },
  tokenForm: 'Copy tokens as',
  notifications: 'Notifications',
  isNotifying: {
    label: 'Tell me when a token stops working',
    hint: 'One notification of the system for each failure, without any part of the token.',
  },
  files: 'These choices are kept in settings.json in Usher’s profile folder.',
} as const;
