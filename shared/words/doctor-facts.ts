import type { AppError } from '../errors.ts';
import type {
  DoctorReport,
  IndexFacts,
  SecretServiceFacts,
  SystemFacts,
} from '../model/doctor-report.ts';
import { doctorFindingText } from './doctor-findings.ts';
import { errorText } from './errors.ts';
import { numberText, singleLine } from './formats.ts';
import { wording } from './language.ts';

interface DoctorFact {
  readonly label: string;
  readonly value: string;
}

export interface DoctorFactGroup {
  readonly title: string;
  readonly facts: readonly DoctorFact[];
}

const platforms: { readonly [Platform in SystemFacts['platform']]: string } = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
  other: 'Another system',
};

const containers = { flatpak: 'Flatpak', snap: 'Snap' } as const;

/** Everything the doctor looked at, for the page and for the report alike. */
export const doctorFacts = wording({ en: englishDoctorFacts });

function englishDoctorFacts(report: DoctorReport): readonly DoctorFactGroup[] {
  return [
    { title: 'This computer', facts: systemFacts(report.system) },
    { title: 'Keychain', facts: keychainFacts(report) },
    { title: 'Stored tokens', facts: indexFacts(report.index) },
  ];
}

function systemFacts(system: SystemFacts): readonly DoctorFact[] {
  return [
    {
      label: 'System',
      value: `${platforms[system.platform]} ${singleLine(system.platformVersion)}`.trim(),
    },
    ...(system.platform === 'linux' || system.platform === 'other' ? desktopFacts(system) : []),
    { label: 'Usher', value: singleLine(system.appVersion) },
    { label: 'Runtime', value: singleLine(system.runtimeVersion) },
  ];
}

const desktopFacts = (system: SystemFacts): readonly DoctorFact[] => [
  { label: 'Desktop', value: named(system.desktop) },
  { label: 'Session type', value: named(system.sessionType) },
  { label: 'Package manager', value: system.packageTool ?? 'Unknown' },
  {
    label: 'Sandbox',
    value: system.container === null ? 'None' : containers[system.container],
  },
];

const named = (text: string | null): string => (text === null ? 'Unknown' : singleLine(text));

const openings: { readonly [Opening in IndexFacts['opening']]: string } = {
  fresh: 'New',
  read: 'Read',
  backup: 'Restored from backup',
  rebuilt: 'Unreadable, started over',
  tooNew: 'Created by a newer version',
};

/** What Usher's list says should be in the keychain, and what was found there. */
function indexFacts(index: IndexFacts): readonly DoctorFact[] {
  const count = (label: string, value: number): DoctorFact => ({
    label,
    value: numberText(value),
  });
  return [
    { label: 'Account list', value: openings[index.opening] },
    count('Expected', index.expectedCount),
    count('Found', index.foundCount),
    count('Missing', index.missingCount),
    count('Couldn’t be read', index.unreadCount),
    count('In memory until you quit', index.sessionCount),
    count('Pending cleanup', index.unfinishedCount),
  ];
}

type Words<Key extends 'bus' | 'service' | 'collection'> = {
  readonly [Value in SecretServiceFacts[Key]]: string;
};

const buses: Words<'bus'> = {
  reachable: 'Responding',
  missing: 'None',
  unreachable: 'Not responding',
};
const services: Words<'service'> = {
  running: 'Running',
  activatable: 'Starts on demand',
  missing: 'None',
  unknown: 'Couldn’t be checked',
};
const collections: Words<'collection'> = {
  unlocked: 'Unlocked',
  locked: 'Locked',
  missing: 'None',
  unknown: 'Couldn’t be checked',
};

/** The keychain as the system tells of it, and how a test entry fared. */
function keychainFacts(report: DoctorReport): readonly DoctorFact[] {
  return [...serviceFacts(report.secretService), ...roundTripFacts(report.roundTrip)];
}

function serviceFacts(facts: SecretServiceFacts | null): readonly DoctorFact[] {
  if (facts === null) return [{ label: 'Secret Service', value: 'Not used on this system' }];
  return [
    { label: 'D-Bus', value: buses[facts.bus] },
    { label: 'Secret Service', value: services[facts.service] },
    {
      label: 'Provider',
      value: named(facts.provider),
    },
    { label: 'Default keyring', value: collections[facts.collection] },
  ];
}

function roundTripFacts(roundTrip: DoctorReport['roundTrip']): readonly DoctorFact[] {
  const label = 'Write, read, delete';
  return roundTrip.kind === 'passed'
    ? [{ label, value: `Passed in ${numberText(roundTrip.elapsedMs)} ms` }]
    : [
        { label, value: `Failed: ${errorText(roundTrip.error).title}` },
        { label: 'Error code', value: codeOf(roundTrip.error) },
      ];
}

const codeOf = (error: AppError): string =>
  error.code === 'vault.unavailable' ? `${error.code} (${error.reason})` : error.code;

/**
 * The report as plain text for a bug report. It is made of a fixed list of facts, none of which is a secret or the name
 * of a person, a server or a folder.
 */
export const doctorReportText = wording({ en: englishDoctorReportText });

function englishDoctorReportText(report: DoctorReport): string {
  const findings =
    report.findings.length === 0
      ? ['None']
      : report.findings.map(
          (finding) => `- ${doctorFindingText(finding, report).title} (${finding})`,
        );
  const groups = doctorFacts(report).map(({ title, facts }) => [
    title,
    ...facts.map(({ label, value }) => `- ${label}: ${value}`),
  ]);
  return [
    ['Usher keychain report', new Date(report.at).toISOString()],
    ['Problems', ...findings],
    ...groups,
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n');
}
