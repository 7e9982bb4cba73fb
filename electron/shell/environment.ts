import { app } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLaunchOptions, type LaunchOptions } from '../process/launch-options.ts';

/** What the outside of the process decides about this run. */
export interface Environment extends LaunchOptions {
  readonly isDevelopment: boolean;
}

export function readEnvironment(): Environment {
  // SECURITY: Electron goes by the name of its executable, which anybody can give to a copy; the archive that a
  // packaged app is started from cannot be talked away.
  const isDevelopment = !app.isPackaged && !app.getAppPath().endsWith('.asar');
  const settings = readLaunchOptions(process.env, isDevelopment);
  return {
    ...settings,
    isDevelopment,
    refusal: settings.refusal ?? refusalOfRuntime(settings),
  };
}

function refusalOfRuntime({ isDemo }: LaunchOptions): string | null {
  // SECURITY: real accounts run on an official Electron only.
  return !isDemo && isStandInRuntime()
    ? 'This is a test build of Electron that can only run the demo: npm run demo'
    : null;
}

/** The set-up script marks the stand-in by this file beside its executable. */
const isStandInRuntime = (): boolean =>
  existsSync(join(dirname(process.execPath), 'made-from.txt'));
