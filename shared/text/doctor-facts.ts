import type { DoctorReport, SystemFacts } from '../model/doctor-report.ts';
import { keychainFacts } from './keychain-facts.ts';
import { indexFacts } from './index-facts.ts';
import { singleLine } from './single-line.ts';

export interface DoctorFact {
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
export function doctorFacts(report: DoctorReport): readonly DoctorFactGroup[] {
  return [
    { title: 'This computer', facts: systemFacts(report.system) },
    { title: 'Keychain', facts: keychainFacts(report) },
    { title: 'Usher’s list against the keychain', facts: indexFacts(report.index) },
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
    { label: 'Runs on', value: singleLine(system.runtimeVersion) },
  ];
}

const desktopFacts = (system: SystemFacts): readonly DoctorFact[] => [
  { label: 'Desktop', value: named(system.desktop) },
  { label: 'Kind of session', value: named(system.sessionType) },
  { label: 'Package tool', value: system.packageTool ?? 'Not known' },
  {
    label: 'Sandbox',
    value: system.container === null ? 'None' : containers[system.container],
  },
];

const named = (text: string | null): string => (text === null ? 'Not named' : singleLine(text));
