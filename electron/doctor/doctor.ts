import type { DoctorReport, IndexFacts } from '../../shared/model/doctor-report.ts';
import type { Clock, SystemProbe } from '../ports.ts';
import type { UsherIndex } from '../storage/profile/usher-index.ts';
import type { VaultSwitch } from '../storage/keychain/vault-switch.ts';
import { findTroubles } from './find-troubles.ts';

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
    const { accounts, transientTokens, pendingPins, unfinishedKeys } = index.content();
    const all = [...accounts, ...transientTokens, ...pendingPins];
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
      unfinishedCount: unfinishedKeys.length,
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
