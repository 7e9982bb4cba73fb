import { readFileSync } from 'node:fs';
import { release } from 'node:os';

const macVersionFile = '/System/Library/CoreServices/SystemVersion.plist';

/** The system's version as Electron tells it: on macOS its own, elsewhere the kernel's. */
export function systemVersion(): string {
  if (process.platform !== 'darwin') return release();
  try {
    const text = readFileSync(macVersionFile, 'utf8');
    return /<key>ProductVersion<\/key>\s*<string>([\d.]+)<\/string>/.exec(text)?.[1] ?? release();
  } catch {
    return release();
  }
}
