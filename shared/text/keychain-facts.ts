import type { AppError } from '../errors.ts';
import type { DoctorReport, SecretServiceFacts } from '../model/doctor-report.ts';
import type { DoctorFact } from './doctor-facts.ts';
import { errorText } from './error-text.ts';
import { singleLine } from './single-line.ts';

type Words<Key extends 'bus' | 'service' | 'collection'> = {
  readonly [Value in SecretServiceFacts[Key]]: string;
};

const buses: Words<'bus'> = {
  reachable: 'Answers',
  missing: 'None in this session',
  unreachable: 'Named, but does not answer',
};
const services: Words<'service'> = {
  running: 'Running',
  activatable: 'Not running, starts when asked',
  missing: 'None',
  unknown: 'Could not be asked',
};
const collections: Words<'collection'> = {
  unlocked: 'Unlocked',
  locked: 'Locked',
  missing: 'None',
  unknown: 'Could not be asked',
};

/** The keychain as the system tells of it, and how a test entry fared. */
export function keychainFacts(report: DoctorReport): readonly DoctorFact[] {
  return [...serviceFacts(report.secretService), ...roundTripFacts(report.roundTrip)];
}

function serviceFacts(facts: SecretServiceFacts | null): readonly DoctorFact[] {
  if (facts === null) return [{ label: 'Secret Service', value: 'Not used on this system' }];
  return [
    { label: 'D-Bus', value: buses[facts.bus] },
    { label: 'Secret Service', value: services[facts.service] },
    {
      label: 'Kept by',
      value: facts.provider === null ? 'Not named' : singleLine(facts.provider),
    },
    { label: 'Default keyring', value: collections[facts.collection] },
  ];
}

function roundTripFacts(roundTrip: DoctorReport['roundTrip']): readonly DoctorFact[] {
  const label = 'Write, read, delete';
  return roundTrip.kind === 'passed'
    ? [{ label, value: `Passed in ${roundTrip.elapsedMs.toLocaleString('en')} ms` }]
    : [
        { label, value: `Failed: ${errorText(roundTrip.error).title}` },
        { label: 'Error code', value: codeOf(roundTrip.error) },
      ];
}

const codeOf = (error: AppError): string =>
  error.code === 'vault.unavailable' ? `${error.code} (${error.reason})` : error.code;
