import type { DeviceSummary, RevocationReport } from '../../shared/model/device.ts';

/** Moves what was not proved yet to where a list that was asked for since shows it belongs. */
export const settleReport = (
  report: RevocationReport,
  listed: readonly DeviceSummary[],
): RevocationReport => {
  if (report.unproved.length === 0) return report;
  const listedIds = new Set(listed.map(({ id }) => id));
  return {
    ...report,
    unproved: [],
    gone: [...report.gone, ...report.unproved.filter(({ id }) => !listedIds.has(id))],
    stillThere: [...report.stillThere, ...report.unproved.filter(({ id }) => listedIds.has(id))],
  };
};
