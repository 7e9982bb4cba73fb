import type { DoctorFinding, DoctorReport } from '../model/doctor-report.ts';
import { countOf, numberText } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';
import { keychainRepair } from './keychain-repair.ts';
import {
  keeperName,
  keychainSetting,
  repairStep,
  type KeychainFinding,
  type RepairStep,
} from './steps.ts';

export interface DoctorFindingText {
  /** `danger`: nothing can be stored until it is mended. */
  readonly tone: 'danger' | 'warn';
  readonly title: string;
  readonly detail: string;
  /** At least one, in the order to do them. */
  readonly steps: readonly RepairStep[];
}

/** Words and repair for what the doctor found. Exhaustive: a new finding does not compile before it has both. */
export const doctorFindingText = wording({ en: englishDoctorFindingText });

function englishDoctorFindingText(finding: DoctorFinding, report: DoctorReport): DoctorFindingText {
  switch (finding) {
    case 'noBus':
    case 'busUnreachable':
    case 'noSecretService':
    case 'noCollection':
    case 'collectionLocked':
    case 'sandboxedWithoutSecrets':
    case 'accessDenied':
    case 'keychainTimedOut':
    case 'keychainFailing':
      return keychainFindingText(finding, report);
    case 'secretsMissing':
    case 'removalUnfinished':
    case 'profileTooNew':
    case 'profileWasRebuilt':
    case 'sessionOnly':
      return profileFindingText(finding, report);
  }
}

/** A step as the terminal has it: what is a button in the window is a command there. */
export const stepInTerminal = wording({
  en: (text: string): string => text.replace('Press “Check again”', 'Run “usher doctor” again'),
});

type Words = Pick<DoctorFindingText, 'title' | 'detail'>;

/** What keeps the keychain from working, and what mends it here. */
function keychainFindingText(finding: KeychainFinding, report: DoctorReport): DoctorFindingText {
  return {
    tone: 'danger',
    ...wordsOf(finding, report),
    steps: keychainRepair(finding, report),
  };
}

function wordsOf(finding: KeychainFinding, report: DoctorReport): Words {
  const keeper = keeperName(keychainSetting(report));
  switch (finding) {
    case 'noBus':
      return {
        title: 'There is no D-Bus session',
        detail:
          'Programs of one desktop session talk to each other, and to the keychain, over D-Bus. Usher was started without it.',
      };
    case 'busUnreachable':
      return {
        title: 'D-Bus doesn’t answer',
        detail:
          'Usher was told of a D-Bus session, but nothing answers there. It most likely belonged to a login that has ended.',
      };
    case 'noSecretService':
      return {
        title: 'No keychain is running',
        detail:
          'Usher keeps tokens in the Secret Service of the desktop. No program here offers it, and none can be started on demand.',
      };
    case 'noCollection':
      return {
        title: 'The keychain has not been set up',
        detail: `${keeper} is running, but has no place to keep anything yet.`,
      };
    case 'collectionLocked':
      return {
        title: 'The keychain is locked',
        detail: `${keeper} keeps what is in it safe. Usher can read and store tokens once it is unlocked.`,
      };
    case 'sandboxedWithoutSecrets':
      return {
        title: 'The sandbox keeps Usher from the keychain',
        detail: `Usher runs in ${sandboxName(report)}, which doesn’t let it talk to the Secret Service yet.`,
      };
    case 'accessDenied':
      return {
        title: 'The keychain refused Usher',
        detail: 'Access was denied, in its window or by a rule of the system.',
      };
    case 'keychainTimedOut':
      return {
        title: 'The keychain did not answer in time',
        detail:
          'It most likely waits for its password, or the waiting was cancelled. Nothing was changed.',
      };
    case 'keychainFailing':
      return isLoaded(report)
        ? {
            title: 'The keychain doesn’t keep what it is given',
            detail: `${keeper} answers, but a test entry could not be written, read and deleted.`,
          }
        : {
            title: 'Usher can’t speak to the keychain',
            detail: 'The library for it isn’t installed on this system, or doesn’t load.',
          };
  }
}

const sandboxNames = { flatpak: 'the sandbox of Flatpak', snap: 'the sandbox of Snap' } as const;

const sandboxName = ({ system }: DoctorReport): string =>
  system.container === null ? 'a sandbox' : sandboxNames[system.container];

const isLoaded = ({ roundTrip }: DoctorReport): boolean =>
  roundTrip.kind === 'passed' || roundTrip.error.code !== 'vault.unavailable';

type ProfileFinding = Exclude<DoctorFinding, KeychainFinding>;

/** What is off between Usher's own list and the keychain. */
function profileFindingText(finding: ProfileFinding, report: DoctorReport): DoctorFindingText {
  const { index, roundTrip } = report;
  switch (finding) {
    case 'secretsMissing':
      return {
        tone: 'warn',
        title: `${countOf(index.missingCount, { one: 'token is', other: 'tokens are' })} not in the keychain`,
        detail: `The keychain works, and should hold ${countOf(index.expectedCount, { one: 'entry', other: 'entries' })} of Usher. What is missing was removed by another program, or is in another keychain.`,
        steps: [
          ...otherKeychain(report),
          repairStep(
            'Open each account that says its token isn’t in the keychain, and sign in again or remove the account. The others aren’t affected.',
          ),
          repairStep('A missing transient token can’t be recovered. Forget it and mint a new one.'),
        ],
      };
    case 'removalUnfinished':
      return {
        tone: 'warn',
        title: 'Something was cut short',
        detail: `${countOf(index.unfinishedCount, { one: 'entry', other: 'entries' })} that nothing uses any more can still be in the keychain.`,
        steps: [
          repairStep(
            'Quit Usher and start it again while the keychain works: it clears this up then, and says so.',
          ),
        ],
      };
    case 'profileTooNew':
      return {
        tone: 'warn',
        title: 'The list of accounts is from a newer Usher',
        detail: 'It is left as it is, and nothing is saved by this version.',
        steps: [repairStep('Update Usher, or start the newer version again.')],
      };
    case 'profileWasRebuilt':
      return {
        tone: 'warn',
        title: 'The list of accounts couldn’t be read',
        detail:
          index.opening === 'backup'
            ? 'Usher went back to its last good copy. What changed after that copy isn’t in it.'
            : 'There was no usable backup, so Usher started with an empty list.',
        steps: [
          repairStep(
            'See whether an account is missing in the sidebar, and sign in to it again. It is yours at Plex as before.',
          ),
        ],
      };
    case 'sessionOnly':
      return {
        tone: 'warn',
        title: 'Usher does without the keychain',
        detail:
          'You chose this session only. New tokens are held in memory and are gone when Usher quits.',
        steps: [
          roundTrip.kind === 'passed'
            ? repairStep(
                'The keychain works. Use it again, then sign in again to what should be kept.',
              )
            : repairStep('Mend the keychain as said above, check again, then use it again.'),
        ],
      };
  }
}

// Linux alone has several keychains, and a change of desktop changes which one answers.
const otherKeychain = ({ secretService }: DoctorReport): readonly RepairStep[] =>
  secretService === null
    ? []
    : [
        repairStep(
          'If you have changed your desktop or your password program, the tokens are still in the earlier keychain: start that one in place of this one and check again.',
        ),
      ];

/** Words of the keychain doctor's page. */
export const doctorText = catalogue({
  en: {
    title: 'Keychain',
    lead: 'Where Usher keeps tokens. This page looks at everything it depends on, and tells how to mend what is wrong.',
    checkAgain: 'Check again',
    checking: 'Checking…',
    checkingLabel: 'Looking at the keychain',
    copyReport: 'Copy report',
    reportName: 'report',
    works: 'Your keychain works',
    worksDetail: (keeper: string, elapsedMs: number): string =>
      `${keeper} kept a test entry, gave it back and deleted it in ${numberText(elapsedMs)} ms.`,
    stillWorks: 'What follows needs a look, but doesn’t keep Usher from storing tokens.',
    checked: <Part>(when: Part): Around<Part> => ['Checked ', when],
    steps: 'What to do',
    commandName: (command: string): string => `command ${command}`,
    useKeychain: 'Use the keychain again',
    facts: 'Details',
    reportNote: 'The report has these facts and nothing else: no token, no name, no address.',
    foundAnnouncement: (title: string): string => `Checked. ${title}.`,
    whatIsWrong: 'Find the problem',
  },
});
