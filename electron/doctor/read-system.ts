import { existsSync } from 'node:fs';
import type { SystemFacts } from '../../shared/model/doctor-report.ts';
import { platformOf } from '../platform-of.ts';

const packageTools = [
  ['apt', '/usr/bin/apt-get'],
  ['dnf', '/usr/bin/dnf'],
  ['pacman', '/usr/bin/pacman'],
  ['zypper', '/usr/bin/zypper'],
] as const;

/** What this computer tells of itself, as far as the keychain depends on it. */
export function readSystem(
  env: NodeJS.ProcessEnv,
  versions: Pick<SystemFacts, 'platformVersion' | 'appVersion'>,
): SystemFacts {
  const { platform } = process;
  return {
    ...versions,
    platform: platformOf(platform),
    runtimeVersion:
      process.versions['electron'] === undefined
        ? `Node ${process.versions.node}`
        : `Electron ${process.versions['electron']}`,
    desktop: textOf(env['XDG_CURRENT_DESKTOP']),
    sessionType: textOf(env['XDG_SESSION_TYPE']),
    packageTool:
      platform === 'linux'
        ? (packageTools.find(([, path]) => existsSync(path))?.[0] ?? null)
        : null,
    container: containerOf(env),
  };
}

function containerOf(env: NodeJS.ProcessEnv): SystemFacts['container'] {
  if (env['FLATPAK_ID'] !== undefined || existsSync('/.flatpak-info')) return 'flatpak';
  return env['SNAP'] === undefined ? null : 'snap';
}

const textOf = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;
