export const signInAgainText = {
  title: (name: string): string => `Sign in again as ${name}`,
  lead: 'The account keeps its place, its note, its servers and its transient tokens. Only its token is replaced.',
  browserHint:
    'Your browser may be signed in to Plex as somebody else. Look who it is before you approve.',
  other: {
    title: (name: string): string => `${name} signed in`,
    detail: (other: string, name: string): string =>
      `This sign-in was for ${name}, so nothing was replaced. The new token of ${other} is held in memory until you choose.`,
    discard: 'Revoke it and try again',
    discarded: 'The new token was revoked at Plex.',
    revoking: 'Asking Plex to revoke it',
    add: 'Add it as another account instead',
    detailKnown: (other: string, name: string): string =>
      `This sign-in was for ${name}, whose token is as it was. ${other} is here already and has the new token now, since Plex may accept no older one.`,
    goOn: 'Try again',
    notRevoked:
      'The new token is still good at Plex. Try again, or keep it as an account of its own.',
    leave: 'Leave it and go on',
  },
};
