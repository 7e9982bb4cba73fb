import { app, BrowserWindow, dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '../../shared/result.ts';
import type { FileSaver } from '../ports.ts';

/** The system's own "Save as". */
export const fileSaver: FileSaver = {
  save: async (suggestedName, text) => {
    const options = { defaultPath: join(app.getPath('documents'), suggestedName) };
    const window = BrowserWindow.getFocusedWindow();
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return ok(false);
    try {
      await writeFile(filePath, text, { mode: 0o600 });
      return ok(true);
    } catch {
      return err({ code: 'file.notSaved' });
    }
  },
};
