import type { DoctorReport } from '../model/doctor-report.ts';
import type { DoctorFindingText } from './doctor-finding-text.ts';
import { keeperName } from './keeper-name.ts';
import type { KeychainFinding } from './keychain-finding.ts';
import { keychainRepair } from './keychain-repair.ts';
import { keychainSetting } from './keychain-setting.ts';

type Words = Pick<DoctorFindingText, 'title' | 'detail'>;

/** What keeps the keychain from working, and what mends it here. */
export function keychainFindingText(
  finding: KeychainFinding,
  report: DoctorReport,
): DoctorFindingText {
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
        title: 'D-Bus does not answer',
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
        detail: `Usher runs in ${sandboxName(report)}, which does not let it talk to the Secret Service yet.`,
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
            title: 'The keychain does not keep what it is given',
            detail: `${keeper} answers, but a test entry could not be written, read and deleted.`,
          }
        : {
            title: 'Usher cannot speak to the keychain',
            detail: 'The library for it is not installed on this system, or does not load.',
          };
  }
}

const sandboxNames = { flatpak: 'the sandbox of Flatpak', snap: 'the sandbox of Snap' } as const;

const sandboxName = ({ system }: DoctorReport): string =>
  system.container === null ? 'a sandbox' : sandboxNames[system.container];

const isLoaded = ({ roundTrip }: DoctorReport): boolean =>
  roundTrip.kind === 'passed' || roundTrip.error.code !== 'vault.unavailable';
