import type { RevocationReport } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';

const text = () => deviceText().report;

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
