import type { KeychainFinding } from './keychain-finding.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

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
export function windowsRepair(finding: KeychainFinding): readonly RepairStep[] {
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
