import { app, shell } from 'electron';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { DesktopPlace } from '../../shared/model/state.ts';
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
  // SECURITY: reviewed: these are all that is ever opened, and no page names a path.
  const places: Readonly<Record<DesktopPlace, string>> = {
    profile,
    logs: join(profile, 'logs'),
    // Beside the program that is handed out; a source tree has none.
    notices: join(process.resourcesPath, 'NOTICES.txt'),
  };
  return {
    hasNotices: () => existsSync(places.notices),
    profileFolder: profile.startsWith(`${homedir()}/`) ? profile.replace(homedir(), '~') : profile,
    open: (what) =>
      tried(async () => {
        const complaint = await shell.openPath(places[what]);
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
