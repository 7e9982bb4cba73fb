import type { AppError } from '../../shared/errors.ts';
import type { DoctorFinding, DoctorReport } from '../../shared/model/doctor-report.ts';

/** What is wrong, the most urgent first: the cause before what follows from it. */
export function findTroubles(
  facts: Omit<DoctorReport, 'findings'>,
  isSessionOnly: boolean,
): readonly DoctorFinding[] {
  const findings: DoctorFinding[] = [];
  const { roundTrip, index } = facts;
  if (roundTrip.kind === 'failed') findings.push(...troublesOfKeychain(facts, roundTrip.error));
  if (roundTrip.kind === 'passed' && index.missingCount > 0) findings.push('secretsMissing');
  if (index.unfinishedCount > 0) findings.push('removalUnfinished');
  if (index.opening === 'tooNew') findings.push('profileTooNew');
  if (index.opening === 'backup' || index.opening === 'rebuilt') findings.push('profileWasRebuilt');
  if (isSessionOnly) findings.push('sessionOnly');
  return findings;
}

function troublesOfKeychain(
  facts: Omit<DoctorReport, 'findings'>,
  error: AppError,
): readonly DoctorFinding[] {
  const { secretService, system } = facts;
  if (secretService !== null) {
    const isSealed = system.container !== null && secretService.service !== 'running';
    if (isSealed) return ['sandboxedWithoutSecrets'];
    if (secretService.bus === 'missing') return ['noBus'];
    if (secretService.bus === 'unreachable') return ['busUnreachable'];
    if (secretService.service === 'missing') return ['noSecretService'];
    if (secretService.collection === 'missing') return ['noCollection'];
    if (secretService.collection === 'locked') return ['collectionLocked'];
  }
  switch (error.code) {
    case 'vault.locked':
      return ['collectionLocked'];
    case 'vault.denied':
      return ['accessDenied'];
    case 'vault.timeout':
      return ['keychainTimedOut'];
    case 'vault.unavailable':
      return [unavailable[error.reason]];
    default:
      return ['keychainFailing'];
  }
}

const unavailable = {
  noBus: 'noBus',
  noService: 'noSecretService',
  noCollection: 'noCollection',
  notSupported: 'keychainFailing',
} as const;
