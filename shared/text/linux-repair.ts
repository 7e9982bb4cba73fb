import type { DoctorReport } from '../model/doctor-report.ts';
import { accessRepair } from './access-repair.ts';
import { busRepair } from './bus-repair.ts';
import { failingRepair } from './failing-repair.ts';
import type { KeychainFinding } from './keychain-finding.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { noCollectionRepair } from './no-collection-repair.ts';
import { noServiceRepair } from './no-service-repair.ts';
import type { RepairStep } from './repair-step.ts';
import { sandboxRepair } from './sandbox-repair.ts';
import { timeoutRepair } from './timeout-repair.ts';
import { unlockRepair } from './unlock-repair.ts';

/** For systems whose keychain is a Secret Service on the session bus. */
export function linuxRepair(
  finding: KeychainFinding,
  setting: KeychainSetting,
  roundTrip: DoctorReport['roundTrip'],
): readonly RepairStep[] {
  switch (finding) {
    case 'noBus':
    case 'busUnreachable':
      return busRepair(finding, setting);
    case 'noSecretService':
      return noServiceRepair(setting);
    case 'noCollection':
      return noCollectionRepair(setting);
    case 'collectionLocked':
      return unlockRepair(setting);
    case 'sandboxedWithoutSecrets':
      return sandboxRepair(setting);
    case 'accessDenied':
      return accessRepair(setting);
    case 'keychainTimedOut':
      return timeoutRepair(setting);
    case 'keychainFailing':
      return failingRepair(setting, roundTrip);
  }
}
