import type { AppError } from '../../shared/errors.ts';
import type { DoctorFinding, DoctorReport, IndexFacts } from '../../shared/model/doctor-report.ts';
import type { Clock, SystemProbe } from '../ports.ts';
import type { VaultSwitch } from '../storage/keychain/vault-switch.ts';
import { secretPlacesIn } from '../storage/profile/index-content.ts';
import type { UsherIndex } from '../storage/profile/usher-index.ts';

/** Looks at everything the vault depends on. May make the system ask the person to unlock the keychain. */
export interface Doctor {
  run(): Promise<DoctorReport>;
}

export function createDoctor(deps: {
  readonly probe: SystemProbe;
  readonly vault: VaultSwitch;
  readonly index: UsherIndex;
  readonly clock: Clock;
}): Doctor {
  const { probe, vault, index, clock } = deps;

  const roundTrip = async (): Promise<DoctorReport['roundTrip']> => {
    const startedAtMs = clock.monotonicMs();
    const checked = await vault.check();
    return checked.ok
      ? { kind: 'passed', elapsedMs: Math.round(clock.monotonicMs() - startedAtMs) }
      : { kind: 'failed', error: checked.error };
  };

  const compare = async (isKeychainUsable: boolean): Promise<IndexFacts> => {
    const all = secretPlacesIn(index.content());
    const kept = all.filter(({ storage }) => storage === 'keychain');
    let foundCount = 0;
    let missingCount = 0;
    let unreadCount = 0;
    for (const { secretKey } of kept) {
      // A keychain that fails is not asked again for each item: every question could wait for the person.
      const read = isKeychainUsable ? await vault.get(secretKey) : null;
      if (read === null || !read.ok) unreadCount += 1;
      else if (read.value === null) missingCount += 1;
      else foundCount += 1;
    }
    return {
      opening: index.opening.how,
      expectedCount: kept.length,
      foundCount,
      missingCount,
      unreadCount,
      sessionCount: all.length - kept.length,
      unfinishedCount: index.content().unfinishedKeys.length,
    };
  };

  return {
    run: async () => {
      const [system, secretService, tripped] = await Promise.all([
        probe.system(),
        probe.secretService(),
        roundTrip(),
      ]);
      const facts = {
        at: clock.now(),
        system,
        secretService,
        roundTrip: tripped,
        index: await compare(tripped.kind === 'passed'),
      };
      return { ...facts, findings: findTroubles(facts, vault.mode() === 'sessionOnly') };
    },
  };
}

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
