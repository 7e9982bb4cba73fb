import type { DoctorFinding } from '../model/doctor-report.ts';

/** The findings that keep the keychain from working. */
export type KeychainFinding = Exclude<
  DoctorFinding,
  'secretsMissing' | 'removalUnfinished' | 'profileTooNew' | 'profileWasRebuilt' | 'sessionOnly'
>;
