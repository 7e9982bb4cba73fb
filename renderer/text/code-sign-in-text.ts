export const codeSignInText = {
  title: 'With a code',
  detail: 'Four characters to type on a phone or on another computer, or a QR code to scan.',
  start: 'Show a code',
  starting: 'Asking Plex for a code',
  waitingTitle: 'Type this code at Plex',
  step: 'On any device, open',
  orScan: 'Or scan the QR code with a phone; the code is then filled in.',
  codeForReaders: (code: string): string => `Code: ${Array.from(code).join(' ')}`,
  copyCode: 'Copy code',
  copyName: 'code',
  qrLabel: 'QR code that opens the page with the code filled in',
  renewsIn: 'Replaced by a new code in',
  renewed: (code: string): string =>
    `The code ran out. The new one is ${Array.from(code).join(' ')}.`,
};
