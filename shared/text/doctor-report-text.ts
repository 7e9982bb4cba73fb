import type { DoctorReport } from '../model/doctor-report.ts';
import { doctorFacts } from './doctor-facts.ts';
import { doctorFindingText } from './doctor-finding-text.ts';

/**
 * The report as plain text for a bug report. It is made of a fixed list of facts, none of which is a secret or the name
 * of a person, a server or a folder.
 */
export function doctorReportText(report: DoctorReport): string {
  const findings =
    report.findings.length === 0
      ? ['Nothing.']
      : report.findings.map(
          (finding) => `- ${doctorFindingText(finding, report).title} (${finding})`,
        );
  const groups = doctorFacts(report).map(({ title, facts }) => [
    title,
    ...facts.map(({ label, value }) => `- ${label}: ${value}`),
  ]);
  return [
    ['Usher keychain report', new Date(report.at).toISOString()],
    ['What is wrong', ...findings],
    ...groups,
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n');
}
