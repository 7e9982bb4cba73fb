import { describe, expect, test } from 'vitest';
import type { AppError } from '../../shared/errors.ts';
import type { DoctorReport, SecretServiceFacts } from '../../shared/model/doctor-report.ts';
import { findTroubles } from './doctor.ts';

const healthy: Omit<DoctorReport, 'findings'> = {
  at: 0,
  system: {
    platform: 'linux',
    platformVersion: '6.1',
    appVersion: '0.0.0',
    runtimeVersion: 'Electron 45.4.1',
    desktop: 'KDE',
    hasDisplay: true,
    sessionType: 'wayland',
    packageTool: 'pacman',
    container: null,
  },
  secretService: {
    bus: 'reachable',
    service: 'running',
    provider: 'kwalletd6',
    collection: 'unlocked',
  },
  roundTrip: { kind: 'passed', elapsedMs: 12 },
  index: {
    opening: 'read',
    expectedCount: 2,
    foundCount: 2,
    missingCount: 0,
    unreadCount: 0,
    sessionCount: 0,
    unfinishedCount: 0,
  },
};

const failed = (error: AppError, secretService: Partial<SecretServiceFacts> = {}) => ({
  ...healthy,
  roundTrip: { kind: 'failed' as const, error },
  secretService: {
    bus: 'reachable' as const,
    service: 'running' as const,
    provider: null,
    collection: 'unlocked' as const,
    ...secretService,
  },
});

describe('the keychain doctor', () => {
  test('finds nothing wrong where all is well', () => {
    expect(findTroubles(healthy, false)).toEqual([]);
  });

  test.each([
    ['noBus', { bus: 'missing' }],
    ['busUnreachable', { bus: 'unreachable' }],
    ['noSecretService', { service: 'missing' }],
    ['noCollection', { collection: 'missing' }],
    ['collectionLocked', { collection: 'locked' }],
  ] as const)('names the cause that the bus tells of: %s', (finding, facts) => {
    expect(findTroubles(failed({ code: 'vault.failed' }, facts), false)).toEqual([finding]);
  });

  test.each([
    ['collectionLocked', { code: 'vault.locked' }],
    ['accessDenied', { code: 'vault.denied' }],
    ['keychainTimedOut', { code: 'vault.timeout' }],
    ['noBus', { code: 'vault.unavailable', reason: 'noBus' }],
    ['noSecretService', { code: 'vault.unavailable', reason: 'noService' }],
    ['noCollection', { code: 'vault.unavailable', reason: 'noCollection' }],
    ['keychainFailing', { code: 'vault.failed' }],
  ] as const)('else takes the keychain’s own word: %s', (finding, error) => {
    expect(findTroubles({ ...failed(error), secretService: null }, false)).toEqual([finding]);
  });

  test('sees a container that hides the Secret Service', () => {
    const facts = failed({ code: 'vault.failed' }, { service: 'missing' });
    const sealed = { ...facts, system: { ...healthy.system, container: 'flatpak' as const } };
    expect(findTroubles(sealed, false)).toEqual(['sandboxedWithoutSecrets']);
  });

  test('tells of secrets that are gone only when the keychain works', () => {
    const index = { ...healthy.index, foundCount: 1, missingCount: 1 };
    expect(findTroubles({ ...healthy, index }, false)).toEqual(['secretsMissing']);
    expect(findTroubles({ ...failed({ code: 'vault.locked' }), index }, false)).toEqual([
      'collectionLocked',
    ]);
  });

  test('tells of what a crash left, of the profile, and of a session without keychain', () => {
    const index = { ...healthy.index, unfinishedCount: 1, opening: 'backup' as const };
    expect(findTroubles({ ...healthy, index }, true)).toEqual([
      'removalUnfinished',
      'profileWasRebuilt',
      'sessionOnly',
    ]);
  });
});
