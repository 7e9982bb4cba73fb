import type { DoctorReport, SystemFacts } from '../../model/doctor-report.ts';

/** A report in which all is well, to be changed in the one thing a test is about. For tests. */
export function doctorTestReport(
  change: Partial<DoctorReport> = {},
  system: Partial<SystemFacts> = {},
): DoctorReport {
  return {
    at: Date.parse('2026-11-24T12:00:00Z'),
    system: {
      platform: 'linux',
      platformVersion: '6.8.0-41-generic',
      appVersion: '0.1.0',
      runtimeVersion: 'Electron 45.4.1',
      desktop: 'ubuntu:GNOME',
      hasDisplay: true,
      sessionType: 'wayland',
      packageTool: 'apt',
      container: null,
      ...system,
    },
    secretService: {
      bus: 'reachable',
      service: 'running',
      provider: 'gnome-keyring-d',
      collection: 'unlocked',
    },
    roundTrip: { kind: 'passed', elapsedMs: 18 },
    index: {
      opening: 'read',
      expectedCount: 41,
      foundCount: 37,
      missingCount: 3,
      unreadCount: 5,
      sessionCount: 7,
      unfinishedCount: 9,
    },
    findings: [],
    ...change,
  };
}
