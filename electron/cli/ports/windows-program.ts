import { win32 } from 'node:path';

/**
 * Where a program of Windows itself stands.
 * SECURITY: by its name alone Windows looks into the current folder first, and would hand a token to a `clip.exe` there.
 */
export const windowsProgram = (
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): string => win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', name);
