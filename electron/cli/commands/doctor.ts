import type { DoctorReport } from '../../../shared/model/doctor-report.ts';
import { ok } from '../../../shared/result.ts';
import { doctorFindingText } from '../../../shared/words/doctor-findings.ts';
import { doctorReportText } from '../../../shared/words/doctor-facts.ts';
import type { RunCommand } from '../command.ts';
import { exitCode } from '../errors.ts';
import { isoTime } from '../json.ts';
import { printable } from '../output.ts';

export const doctor: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const report = await opened.value.services.doctor.run();
  if (input.has('json')) output.json({ report: { ...report, at: isoTime(report.at) } });
  else output.answer([doctorReportText(report), ...repairsOf(report)].join('\n').trimEnd());
  const isUsable = report.roundTrip.kind === 'passed';
  return ok(isUsable ? exitCode.done : exitCode.vault);
};

const repairsOf = (report: DoctorReport): readonly string[] =>
  report.findings.map((finding) => {
    const { title, detail, steps } = doctorFindingText(finding, report);
    return [
      `${title}.`,
      detail,
      ...steps.flatMap(({ text, command }) => [
        `- ${printable(text)}`,
        ...(command === null ? [] : [`    ${command}`]),
      ]),
      '',
    ].join('\n');
  });
