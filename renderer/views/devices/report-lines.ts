import type { DeviceRef, RevocationReport } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { nameWithin } from '../../../shared/words/formats.ts';

const text = () => deviceText().report;
const namesShown = 5;

/** How a revocation ended, in a few words. */
export const reportTitle = (report: RevocationReport, accountTitle: string): string => {
  const { gone, unproved, stillThere, refused, untried } = report;
  const total = [gone, unproved, stillThere, refused, untried].reduce(
    (sum, devices) => sum + devices.length,
    0,
  );
  if (report.isSignedOutHere) return text().signedOutHere(accountTitle);
  if (gone.length === total) return text().allGone(total);
  return gone.length > 0 ? text().someGone(gone.length, total) : text().noneGone;
};

/** What a report says of its devices, by where they stand; those that are gone are counted in its title. */
export const reportLines = (report: RevocationReport): readonly string[] => {
  const refused = report.refused.map(({ device, error }) =>
    error.code === 'plex.refused'
      ? text().withStatus(nameOf(device), error.status)
      : nameOf(device),
  );
  return [
    ...line(text().lists.stillThere, report.stillThere.map(nameOf)),
    ...line(text().lists.refused, refused),
    ...line(text().lists.unproved, report.unproved.map(nameOf)),
    ...line(text().lists.untried, report.untried.map(nameOf)),
  ];
};

const nameOf = ({ name }: DeviceRef): string => nameWithin(name ?? deviceText().unnamed);

const line = (label: string, names: readonly string[]): readonly string[] =>
  names.length === 0
    ? []
    : [text().list(label, names.slice(0, namesShown), Math.max(0, names.length - namesShown))];
