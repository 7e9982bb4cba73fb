import { app, shell } from 'electron';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Desktop } from '../ports.ts';
import {
  autostartFolder,
  isInAutostart,
  putInAutostart,
  takeOutOfAutostart,
} from '../process/autostart.ts';

/** The system around the window. */
export function createDesktop(): Desktop {
  const profile = app.getPath('userData');
  // SECURITY: reviewed: these two are all that is ever opened, and no page names a path.
  const folders = { profile, logs: join(profile, 'logs') };
  return {
    profileFolder: profile.startsWith(`${homedir()}/`) ? profile.replace(homedir(), '~') : profile,
    openFolder: (folder) =>
      tried(async () => {
        const complaint = await shell.openPath(folders[folder]);
        if (complaint !== '') throw new Error(complaint);
        return null;
      }),
    ...(process.platform === 'linux' ? linuxLogin : systemLogin),
  };
}

type Login = Pick<Desktop, 'opensAtLogin' | 'setOpensAtLogin'>;

/** Electron knows no way on Linux, where desktops go by a file. */
const linuxLogin: Login = {
  opensAtLogin: () => tried(() => isInAutostart(autostartFolder(process.env))),
  setOpensAtLogin: (isWanted) =>
    tried(async () => {
      const folder = autostartFolder(process.env);
      if (isWanted) await putInAutostart(folder, ownCommand());
      else await takeOutOfAutostart(folder);
      return null;
    }),
};

const systemLogin: Login = {
  opensAtLogin: () => tried(() => Promise.resolve(app.getLoginItemSettings().openAtLogin)),
  setOpensAtLogin: (openAtLogin) =>
    tried(() => {
      app.setLoginItemSettings({ openAtLogin });
      return Promise.resolve(null);
    }),
};

/** What runs from an AppImage is somewhere else each time; what runs from the source tree is an argument of Electron. */
const ownCommand = (): readonly string[] => {
  const program = process.env['APPIMAGE'] ?? process.execPath;
  return process.defaultApp ? [program, app.getAppPath()] : [program];
};

const tried = async <T>(act: () => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await act());
  } catch {
    return err({ code: 'desktop.failed' });
  }
};
