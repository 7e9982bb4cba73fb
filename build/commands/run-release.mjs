import { rm } from 'node:fs/promises';
import path from 'node:path';
import { archiveDigests } from '../packaging/archive-digests.mjs';
import { writeNotices } from '../packaging/notices.mjs';
import { releaseObstacle } from '../packaging/release-obstacle.mjs';
import { runElectronBuilder } from '../packaging/run-electron-builder.mjs';
import { projectRoot } from '../project-root.mjs';
import { ensureCliBuild } from '../set-up/ensure-cli-build.mjs';
import { SetUpProblem } from '../set-up/set-up-problem.mjs';
import { setUp } from '../set-up/set-up.mjs';

/** Makes the installers of this system, on the official Electron only. */
export async function runRelease() {
  const runtime = await setUp({ scope: 'window', buildApp: true, retryOfficial: true });
  const obstacle = releaseObstacle(runtime.kind, process.env);
  if (obstacle !== undefined) throw new SetUpProblem(obstacle.happened, obstacle.next);
  await ensureCliBuild();
  await writeNotices();
  const output = path.join(projectRoot, 'dist');
  // The digest of an archive of before would pass for this release's.
  await rm(output, { recursive: true, force: true });
  const { exitCode } = await runElectronBuilder([]);
  if (exitCode === 0) process.stdout.write(`\n${await archiveDigests(output)}`);
  return exitCode;
}
