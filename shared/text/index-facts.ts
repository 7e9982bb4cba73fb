import type { IndexFacts } from '../model/doctor-report.ts';
import type { DoctorFact } from './doctor-facts.ts';

const openings: { readonly [Opening in IndexFacts['opening']]: string } = {
  fresh: 'New',
  read: 'Read',
  backup: 'Read from its last good copy',
  rebuilt: 'Could not be read, started anew',
  tooNew: 'From a newer Usher, left as it is',
};

/** What Usher's list says should be in the keychain, and what was found there. */
export function indexFacts(index: IndexFacts): readonly DoctorFact[] {
  const count = (label: string, value: number): DoctorFact => ({
    label,
    value: value.toLocaleString('en'),
  });
  return [
    { label: 'The list', value: openings[index.opening] },
    count('Should be there', index.expectedCount),
    count('Found', index.foundCount),
    count('Missing', index.missingCount),
    count('Could not be read', index.unreadCount),
    count('For this session only', index.sessionCount),
    count('Left to clear up', index.unfinishedCount),
  ];
}
