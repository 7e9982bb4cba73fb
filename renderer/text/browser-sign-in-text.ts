export const browserSignInText = {
  title: 'With your browser',
  recommended: 'Recommended',
  detail: 'Plex asks you to sign in on its own page.',
  points: [
    'Nothing is typed into Usher',
    'Google, Apple and Facebook accounts too',
    'Two-factor authentication included',
  ],
  start: 'Open browser',
  starting: 'Asking Plex for a sign-in page',
  waitingTitle: 'Approve the sign-in in your browser',
  waitingDetail:
    'A page of plex.tv has opened in your browser. Sign in there; Usher goes on by itself.',
  notOpened: 'No browser opened. Copy the link and open it yourself.',
  timeLeft: 'Time left',
  openAgain: 'Open again',
  copyLink: 'Copy link',
  linkName: 'link to the sign-in page',
};
