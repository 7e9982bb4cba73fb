import type { DeviceRef, RevocationReport } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';

const text = () => deviceText().report;
const namesShown = 5;

export interface ReportLine {
  readonly label: string;
  readonly names: readonly string[];
  /** How many more there are than are named. */
  readonly moreCount: number;
}

/** What a report says of its devices, by where they stand. Empty when all are gone, which needs no list. */
export const reportLines = (report: RevocationReport): readonly ReportLine[] => {
  const refused = report.refused.map(({ device, error }) =>
    error.code === 'plex.refused'
      ? text().withStatus(nameOf(device), error.status)
      : nameOf(device),
  );
  const lines = [
    line(text().lists.stillThere, report.stillThere.map(nameOf)),
    line(text().lists.refused, refused),
    line(text().lists.unproved, report.unproved.map(nameOf)),
    line(text().lists.untried, report.untried.map(nameOf)),
  ].filter(({ names }) => names.length > 0);
  const gone = line(text().lists.gone, report.gone.map(nameOf));
  return lines.length > 0 && gone.names.length > 0 ? [gone, ...lines] : lines;
};

const nameOf = ({ name }: DeviceRef): string => name ?? deviceText().unnamed;

const line = (label: string, names: readonly string[]): ReportLine => ({
  label,
  names: names.slice(0, namesShown),
  moreCount: Math.max(0, names.length - namesShown),
});
