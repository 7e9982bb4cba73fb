import type { DoctorReport } from '../model/doctor-report.ts';
import { linuxRepair } from './linux-keychain-repair.ts';
import { keychainSetting, repairStep, type KeychainFinding, type RepairStep } from './steps.ts';

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
  repairStep('Restart the Mac, log in as yourself and check again.'),
  repairStep(
    'If it keeps happening, press “Copy report” and put it into a bug report. It holds no secret.',
  ),
] as const;

/** The login keychain of macOS. */
function macRepair(finding: KeychainFinding): readonly RepairStep[] {
  switch (finding) {
    case 'collectionLocked':
      return [
        repairStep(
          'Press “Check again” and give the password of the keychain. It is most often the one you log in with.',
        ),
        repairStep(
          'If no window opens, unlock it in Terminal.',
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
          'If there is no such keychain, create it, then repeat the first step. Use your login password, so it unlocks automatically.',
          'security create-keychain -P login.keychain-db',
        ),
      ];
    case 'accessDenied':
      return [
        repairStep('Press “Check again”, and choose “Always Allow” when macOS asks.'),
        repairStep(
          'If macOS doesn’t ask, open Keychain Access, look for Usher, and add Usher to the programs in “Access Control” of what you find.',
        ),
      ];
    case 'keychainTimedOut':
      return [
        repairStep(
          'Look for a window of macOS that asks for a password: it can be behind this one, or on another screen. Answer it, then check again.',
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
  'In a PowerShell that runs as administrator, start the Credential Manager service.',
  'Set-Service VaultSvc -StartupType Manual; Start-Service VaultSvc',
);
const policy = repairStep(
  'If your organisation manages this computer, ask it for the policy “Network access: Do not allow storage of passwords and credentials for network authentication”, which must be off.',
);
const report = repairStep(
  'If it keeps happening, press “Copy report” and put it into a bug report. It holds no secret.',
);

/** The Credential Manager of Windows. It has no lock of its own: it is open while the person is logged in. */
function windowsRepair(finding: KeychainFinding): readonly RepairStep[] {
  switch (finding) {
    case 'accessDenied':
      return [
        repairStep('Start Usher as yourself: not as administrator or as another user.'),
        policy,
        startService,
      ];
    case 'collectionLocked':
    case 'keychainTimedOut':
      return [repairStep('Log out of Windows, log in again and check again.'), startService];
    case 'noBus':
    case 'busUnreachable':
    case 'noSecretService':
    case 'noCollection':
    case 'sandboxedWithoutSecrets':
    case 'keychainFailing':
      return [startService, policy, report];
  }
}
