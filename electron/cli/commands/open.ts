import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '../../../shared/result.ts';
import { openText } from '../../../shared/words/terminal.ts';
import type { RunCommand } from '../command.ts';
import { exitCode, usageError } from '../errors.ts';

/** Where the window's program lies from the folder of the command line, by the layout of electron-builder. */
const programs: { readonly [Platform in NodeJS.Platform]?: string } = {
  darwin: '../../MacOS/Usher',
  linux: '../../usher-window',
  win32: '../../Usher.exe',
};

/** Brings the window to the front: that of the Usher which runs, else of a new one. Does not wait for it. */
export const open: RunCommand = () => {
  const place = programs[process.platform];
  const program = place === undefined ? null : join(import.meta.dirname, place);
  if (program === null || !existsSync(program)) {
    return Promise.resolve(err(usageError(openText().noWindow)));
  }
  return new Promise((resolve) => {
    const started = spawn(program, [], { detached: true, stdio: 'ignore' });
    started.once('spawn', () => {
      started.unref();
      resolve(ok(exitCode.done));
    });
    started.once('error', () => resolve(err({ code: 'desktop.failed' })));
  });
};
