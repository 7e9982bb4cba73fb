import type { DoctorReport } from '../model/doctor-report.ts';
import { linuxRepair } from './linux-keychain-repair.ts';
import {
  keychainSetting,
  repairStep,
  reportStep,
  type KeychainFinding,
  type RepairStep,
} from './steps.ts';

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

const restart = [
  repairStep('Restart the Mac, log in as yourself, and check again.'),
  reportStep,
] as const;

/** The login keychain of macOS. */
function macRepair(finding: KeychainFinding): readonly RepairStep[] {
  switch (finding) {
    case 'collectionLocked':
      return [
        repairStep(
          'Check again, and enter the keychain’s password. It’s usually your login password.',
        ),
        repairStep(
          'If no prompt appears, unlock it in Terminal.',
          'security unlock-keychain login.keychain-db',
        ),
      ];
    case 'noCollection':
      return [
        repairStep(
          'In Terminal, make the login keychain the default.',
          'security default-keychain -s login.keychain-db',
        ),
        repairStep(
          'If there’s no such keychain, create it, then repeat the first step. Use your login password, so it unlocks automatically.',
          'security create-keychain -P login.keychain-db',
        ),
      ];
    case 'accessDenied':
      return [
        repairStep('Check again, and choose “Always Allow” in the prompt.'),
        repairStep(
          'If no prompt appears, open Keychain Access, find Usher’s entries, and add Usher under “Access Control” of each one.',
        ),
      ];
    case 'keychainTimedOut':
      return [
        repairStep(
          'Look for a macOS password prompt. It may be behind this window or on another screen. Enter the password, then check again.',
        ),
        ...restart,
      ];
    case 'noBus':
    case 'busUnreachable':
    case 'noSecretService':
    case 'sandboxedWithoutSecrets':
    case 'keychainFailing':
      return restart;
  }
}

const startService = repairStep(
  'In PowerShell, running as administrator, start the Credential Manager service.',
  'Set-Service VaultSvc -StartupType Manual; Start-Service VaultSvc',
);
const policy = repairStep(
  'If your organization manages this computer, ask its administrator to turn off the policy “Network access: Do not allow storage of passwords and credentials for network authentication”.',
);

/** The Credential Manager of Windows. It has no lock of its own: it is open while the person is logged in. */
function windowsRepair(finding: KeychainFinding): readonly RepairStep[] {
  switch (finding) {
    case 'accessDenied':
      return [
        repairStep('Start Usher as yourself, not as administrator or another user.'),
        policy,
        startService,
      ];
    case 'collectionLocked':
    case 'keychainTimedOut':
      return [repairStep('Log out of Windows and back in, then check again.'), startService];
    case 'noBus':
    case 'busUnreachable':
    case 'noSecretService':
    case 'noCollection':
    case 'sandboxedWithoutSecrets':
    case 'keychainFailing':
      return [startService, policy, reportStep];
  }
}
