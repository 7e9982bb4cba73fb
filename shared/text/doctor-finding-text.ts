import type { DoctorFinding, DoctorReport } from '../model/doctor-report.ts';
import { keychainFindingText } from './keychain-finding-text.ts';
import { profileFindingText } from './profile-finding-text.ts';
import type { RepairStep } from './repair-step.ts';

export interface DoctorFindingText {
  /** `danger`: nothing can be stored until it is mended. */
  readonly tone: 'danger' | 'warn';
  readonly title: string;
  readonly detail: string;
  /** At least one, in the order to do them. */
  readonly steps: readonly RepairStep[];
}

/** Words and repair for what the doctor found. Exhaustive: a new finding does not compile before it has both. */
export function doctorFindingText(finding: DoctorFinding, report: DoctorReport): DoctorFindingText {
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
