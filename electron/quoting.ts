import type { AppInfo } from '../shared/model/state.ts';

/**
 * JSON text with what JSON leaves as it is, and a terminal or an editor obeys, written as an escape.
 * SECURITY: a server's or a device's name can hold signs that move the cursor or turn the direction of what follows.
 */
export const escapeSigns = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Where a line that is copied will be pasted. */
export type Platform = AppInfo['platform'];

/** One word to the shell of the system, whatever is in it: to PowerShell on Windows, to any POSIX shell elsewhere. */
export const shellQuoted = (text: string, platform: Platform): string =>
  platform === 'win32' ? powerShellQuoted(text) : `'${text.replaceAll("'", "'\\''")}'`;

// It takes typographic quotes for the plain one
// (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
const powerShellQuoted = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
