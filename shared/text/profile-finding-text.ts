import type { DoctorFinding, DoctorReport } from '../model/doctor-report.ts';
import { countOf } from './count-of.ts';
import type { DoctorFindingText } from './doctor-finding-text.ts';
import type { KeychainFinding } from './keychain-finding.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

type ProfileFinding = Exclude<DoctorFinding, KeychainFinding>;

/** What is off between Usher's own list and the keychain. */
export function profileFindingText(
  finding: ProfileFinding,
  report: DoctorReport,
): DoctorFindingText {
  const { index, roundTrip } = report;
  switch (finding) {
    case 'secretsMissing':
      return {
        tone: 'warn',
        title: `${countOf(index.missingCount, 'token')} ${index.missingCount === 1 ? 'is' : 'are'} not in the keychain`,
        detail: `The keychain works, and should hold ${countOf(index.expectedCount, 'entry', 'entries')} of Usher. What is missing was removed by another program, or is in another keychain.`,
        steps: [
          ...otherKeychain(report),
          repairStep(
            'Open each account that says its token is not in the keychain, and sign in again or remove the account. The others are not affected.',
          ),
          repairStep('A transient token that is gone cannot be got back: forget it and mint anew.'),
        ],
      };
    case 'removalUnfinished':
      return {
        tone: 'warn',
        title: 'Something was cut short',
        detail: `${countOf(index.unfinishedCount, 'entry', 'entries')} that nothing uses any more can still be in the keychain.`,
        steps: [
          repairStep(
            'Quit Usher and start it again while the keychain works: it clears this up then, and says so.',
          ),
        ],
      };
    case 'profileTooNew':
      return {
        tone: 'warn',
        title: 'The list of accounts is from a newer Usher',
        detail: 'It is left as it is, and nothing is saved by this version.',
        steps: [repairStep('Update Usher, or start the newer version again.')],
      };
    case 'profileWasRebuilt':
      return {
        tone: 'warn',
        title: 'The list of accounts could not be read',
        detail:
          index.opening === 'backup'
            ? 'Usher went back to its last good copy. What changed after that copy is not in it.'
            : 'There was no good copy, so the list was started anew.',
        steps: [
          repairStep(
            'See whether an account is missing in the sidebar, and sign in to it again. It is yours at Plex as before.',
          ),
        ],
      };
    case 'sessionOnly':
      return {
        tone: 'warn',
        title: 'Usher does without the keychain',
        detail:
          'You chose this session only. New tokens are held in memory and are gone when Usher quits.',
        steps: [
          roundTrip.kind === 'passed'
            ? repairStep(
                'The keychain works. Use it again, then sign in again to what should be kept.',
              )
            : repairStep('Mend the keychain as said above, check again, then use it again.'),
        ],
      };
  }
}

// Linux alone has several keychains, and a change of desktop changes which one answers.
const otherKeychain = ({ secretService }: DoctorReport): readonly RepairStep[] =>
  secretService === null
    ? []
    : [
        repairStep(
          'If you have changed your desktop or your password program, the tokens are still in the earlier keychain: start that one in place of this one and check again.',
        ),
      ];
