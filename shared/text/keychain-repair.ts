import type { DoctorReport } from '../model/doctor-report.ts';
import type { KeychainFinding } from './keychain-finding.ts';
import { keychainSetting } from './keychain-setting.ts';
import { linuxRepair } from './linux-repair.ts';
import { macRepair } from './mac-repair.ts';
import type { RepairStep } from './repair-step.ts';
import { windowsRepair } from './windows-repair.ts';

/** What mends the keychain on this very system, in the order to do it. */
export function keychainRepair(
  finding: KeychainFinding,
  report: DoctorReport,
): readonly RepairStep[] {
  const setting = keychainSetting(report);
  switch (setting.platform) {
    case 'linux':
    case 'other':
      return linuxRepair(finding, setting, report.roundTrip);
    case 'darwin':
      return macRepair(finding);
    case 'win32':
      return windowsRepair(finding);
  }
}
