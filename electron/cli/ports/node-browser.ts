import { spawn } from 'node:child_process';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isAllowedExternalLink } from '../../process/external-link.ts';
import type { Browser } from '../../ports.ts';
import { windowsProgram } from './node-clipboard.ts';

/** A program that has not failed by then has opened something; some stay as long as the browser does. */
const failsWithinMs = 2_000;

/** The system's browser, for the same few hosts as in the window. */
export function createNodeBrowser(demoOrigin: string | null): Browser {
  return {
    open: (url) =>
      isAllowedExternalLink(url, demoOrigin) && hasBrowser() ? open(url) : Promise.resolve(failed),
  };
}

/** Whether there is a screen to open a page on. */
export function hasBrowser(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (platform === 'darwin' || platform === 'win32') return env['SSH_CONNECTION'] === undefined;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['BROWSER']].some(
    (value) => value !== undefined && value !== '',
  );
}

const failed = err({ code: 'browser.notOpened' } as const);

function open(url: string): Promise<Result<null>> {
  const [command, ...args] = openerOf(url);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
    const timer = setTimeout(() => resolve(ok(null)), failsWithinMs);
    child.on('error', () => resolve(failed));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? ok(null) : failed);
    });
    child.unref();
  });
}

function openerOf(url: string): readonly [string, ...string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      return [windowsProgram('rundll32.exe', process.env), 'url.dll,FileProtocolHandler', url];
    default:
      return ['xdg-open', url];
  }
}
