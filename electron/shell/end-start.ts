import { app, dialog } from 'electron';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../shared/errors.ts';
import { startErrorText } from '../../shared/words/errors.ts';
import { createFileLog } from '../process/file-log.ts';
import { noteBug } from '../core/note-bug.ts';
import { fileError } from '../storage/profile/file-error.ts';

/**
 * Says what keeps Usher from starting, in a window of the system and in the terminal it was started from, and ends it:
 * a process that stayed would keep the next start from opening anything. To be called when Electron is ready.
 */
export function endStart(error: AppError): void {
  const { title, detail } = startErrorText(error, app.getPath('userData'));
  try {
    console.error(`usher: ${title}. ${detail}`);
    dialog.showErrorBox(title, detail);
  } finally {
    app.exit(1);
  }
}

/** The same for what was thrown, which is a mistake in Usher. */
export function endStartWithBug(thrown: unknown): void {
  endStart(noted(thrown));
}

function noted(thrown: unknown): AppError {
  try {
    const log = createFileLog(join(app.getPath('userData'), 'logs'), false);
    return noteBug(log, 'start.bug', { name: 'start', thrown });
  } catch {
    // Not in the log, it is told all the same.
    return { code: 'internal', reference: 'none' };
  }
}

/** Why the profile folder can't be written to, or null. It is made where there is none. */
export function profileObstacle(): AppError | null {
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Tried out, for what a folder tells of its rights is not all that Windows goes by.
    rmdirSync(mkdtempSync(join(folder, 'try-')));
    return null;
  } catch (thrown) {
    return fileError(thrown);
  }
}
