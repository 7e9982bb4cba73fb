/** Words of the keychain doctor's page. */
export const doctorText = {
  title: 'Keychain',
  lead: 'Where Usher keeps tokens. This page looks at everything it depends on, and tells how to mend what is wrong.',
  checkAgain: 'Check again',
  checking: 'Checking…',
  checkingLabel: 'Looking at the keychain',
  copyReport: 'Copy report',
  reportName: 'report',
  works: 'Your keychain works',
  worksDetail: (keeper: string, elapsedMs: number): string =>
    `${keeper} kept a test entry, gave it back and deleted it in ${elapsedMs.toLocaleString('en')} ms.`,
  stillWorks: 'What follows needs a look, but does not keep Usher from storing tokens.',
  checkedAt: 'Checked',
  steps: 'What to do',
  commandName: 'command',
  useKeychain: 'Use the keychain again',
  facts: 'What was looked at',
  reportNote: 'The report has these facts and nothing else: no token, no name, no address.',
  foundAnnouncement: (title: string): string => `Checked. ${title}.`,
  open: 'Open the keychain doctor',
  whatIsWrong: 'What is wrong?',
};
