import type { DoctorFinding, DoctorReport } from '../model/doctor-report.ts';
import { countOf, numberText, pluralOf } from './formats.ts';
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
        title: 'No D-Bus session',
        detail: 'Usher needs D-Bus to reach the keychain, but was started without it.',
      };
    case 'busUnreachable':
      return {
        title: 'D-Bus isn’t responding',
        detail:
          'Usher was started for a D-Bus session that isn’t responding. It probably belonged to a login that has ended.',
      };
    case 'noSecretService':
      return {
        title: 'No keychain is running',
        detail:
          'Usher keeps tokens in the desktop’s Secret Service. No program on this computer provides it, and none can be started on demand.',
      };
    case 'noCollection':
      return {
        title: 'The keychain hasn’t been set up',
        detail: `${keeper} is running, but has no place to keep anything yet.`,
      };
    case 'collectionLocked':
      return {
        title: 'The keychain is locked',
        detail: `${keeper} keeps your tokens safe. Usher can read and save tokens once it’s unlocked.`,
      };
    case 'sandboxedWithoutSecrets':
      return {
        title: 'The sandbox blocks keychain access',
        detail: `Usher runs in ${sandboxName(report)}, which doesn’t let it reach the Secret Service yet.`,
      };
    case 'accessDenied':
      return {
        title: 'Keychain access denied',
        detail: 'You or a system policy denied access.',
      };
    case 'keychainTimedOut':
      return {
        title: 'The keychain isn’t responding',
        detail:
          'It’s probably waiting for your password, or the prompt was canceled. Nothing changed.',
      };
    case 'keychainFailing':
      return isLoaded(report)
        ? {
            title: 'The keychain isn’t saving entries',
            detail: `${keeper} responds, but a test entry couldn’t be saved, read, and deleted.`,
          }
        : {
            title: 'Usher can’t use the keychain',
            detail: 'The library for it isn’t installed on this system, or doesn’t load.',
          };
  }
}

const sandboxNames = { flatpak: 'the Flatpak sandbox', snap: 'the Snap sandbox' } as const;

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
        detail: `The keychain works but should contain ${countOf(index.expectedCount, { one: 'entry', other: 'entries' })} from Usher. What’s missing was removed by another program or is in another keychain.`,
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
        title: 'Cleanup pending',
        detail: `The keychain may still contain ${countOf(index.unfinishedCount, { one: 'unused entry', other: 'unused entries' })}.`,
        steps: [
          repairStep(
            'Quit Usher and open it again while the keychain works. Usher then finishes the cleanup and tells you.',
          ),
        ],
      };
    case 'profileTooNew':
      return {
        tone: 'warn',
        title: 'Your data is from a newer version of Usher',
        detail: 'Changes won’t be saved.',
        steps: [repairStep('Update Usher, or use the newer version again.')],
      };
    case 'profileWasRebuilt':
      return {
        tone: 'warn',
        title: 'The list of accounts couldn’t be read',
        detail:
          index.opening === 'backup'
            ? 'Usher restored it from a backup, which doesn’t have the latest changes.'
            : 'There was no usable backup, so Usher started with an empty list.',
        steps: [
          repairStep(
            'If an account is missing from the sidebar, sign in to it again. At Plex, it isn’t affected.',
          ),
        ],
      };
    case 'sessionOnly':
      return {
        tone: 'warn',
        title: 'Usher isn’t using the keychain',
        detail: 'New tokens stay in memory until you quit.',
        steps: [
          roundTrip.kind === 'passed'
            ? repairStep(
                'The keychain works. Use it again, then sign in again to the accounts you want to keep.',
              )
            : repairStep('Fix the keychain with the steps above, check again, then use it again.'),
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
          'If you’ve switched desktops or password programs, the tokens are still in the previous keychain. Start that one instead, and check again.',
        ),
      ];

/** Words of the keychain doctor's page. */
export const doctorText = catalogue({
  en: {
    title: 'Keychain',
    lead: 'Usher stores tokens in your system keychain. This page checks it and helps you fix problems.',
    checkAgain: 'Check again',
    checking: 'Checking…',
    checkingLabel: 'Checking the keychain…',
    copyReport: 'Copy report',
    reportName: 'report',
    works: 'Your keychain works',
    worksDetail: (keeper: string, elapsedMs: number): string =>
      `${keeper} saved, read, and deleted a test entry in ${numberText(elapsedMs)} ms.`,
    stillWorks: (findings: number): string =>
      pluralOf(findings, {
        one: 'Usher can save tokens, but one thing needs attention.',
        other: 'Usher can save tokens, but a few things need attention.',
      }),
    checked: <Part>(when: Part): Around<Part> => ['Checked ', when],
    steps: 'What to do',
    commandName: (command: string): string => `command ${command}`,
    useKeychain: 'Use the keychain again',
    facts: 'Details',
    reportNote: 'The report contains only these details: no tokens, names, or addresses.',
    foundAnnouncement: (title: string): string => `Checked. ${title}.`,
    whatIsWrong: 'Find the problem',
  },
});
