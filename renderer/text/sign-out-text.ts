export const signOutText = {
  title: (name: string): string => `Sign out ${name}?`,
  detail:
    'Usher asks Plex to revoke the token, then removes it from this computer. Programs you gave this token to stop working.',
  transientDetail:
    'Transient tokens minted with it are removed from the list too. On their servers they can stay good for up to 48 hours, or until the server restarts.',
  sessionOnlyDetail: 'This account is held for this session only, so nothing of it is stored.',
  signOut: 'Sign out',
  removeLocally: 'Remove from this computer',
  leavesBehind:
    'You can remove it from this computer alone. The token then stays valid at Plex until you remove this device there:',
  authorizedDevices: 'Authorized Devices',
  deviceNameIs: (name: string): string => `It is listed as “${name}”.`,
  signedOut: (name: string): string => `${name} is signed out.`,
  removed: (name: string): string => `${name} is removed from this computer.`,
};
