import type { Platform } from './platform-of.ts';

/** One word to the shell of the system, whatever is in it: to PowerShell on Windows, to any POSIX shell elsewhere. */
export const shellQuoted = (text: string, platform: Platform): string =>
  platform === 'win32' ? powerShellQuoted(text) : `'${text.replaceAll("'", "'\\''")}'`;

// It takes typographic quotes for the plain one
// (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
const powerShellQuoted = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
