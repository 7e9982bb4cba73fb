export const aboutText = {
  title: 'About Usher',
  purpose: 'A desktop token manager for Plex.',
  version: 'Version',
  deviceName: 'Name at Plex',
  storedWhere: 'Tokens are kept in',
  keychain: 'The keychain of this system, and nowhere else',
  sessionOnly: 'Memory, until Usher quits',
  notAffiliated: 'Usher is not affiliated with Plex. Plex is a trademark of Plex, Inc.',
};
