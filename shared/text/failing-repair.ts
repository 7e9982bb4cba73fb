import type { DoctorReport } from '../model/doctor-report.ts';
import { installStep } from './install-step.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

const report = repairStep(
  'If it keeps happening, press “Copy report” and put it into a bug report. It holds no secret.',
);

/** It answers, and does not keep or give back; or the library that speaks to it does not load. */
export function failingRepair(
  setting: KeychainSetting,
  roundTrip: DoctorReport['roundTrip'],
): readonly RepairStep[] {
  if (isLibraryMissing(roundTrip)) {
    return [
      installStep(
        setting.packageTool,
        'libsecret',
        'Install the library that Usher speaks to the keychain with.',
      ),
      repairStep('Quit Usher and start it again.'),
      report,
    ];
  }
  return [
    repairStep('Log out and log in again, which starts the keychain anew, then check again.'),
    repairStep(
      setting.keeper === 'keepassxc'
        ? 'See that the database in KeePassXC can be saved: it must not be open for reading only, and its disk must have room.'
        : 'See that your home folder can be written to and has room: the keychain keeps its file there.',
    ),
    report,
  ];
}

const isLibraryMissing = (roundTrip: DoctorReport['roundTrip']): boolean =>
  roundTrip.kind === 'failed' &&
  roundTrip.error.code === 'vault.unavailable' &&
  roundTrip.error.reason === 'notSupported';
