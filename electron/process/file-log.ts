import electronLog from 'electron-log/node.js';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { scrubText } from '../plex/secrets/scrubber.ts';
import type { Log } from '../ports.ts';

const maxFileBytes = 1024 * 1024;

/** The log file. SECURITY: every line is scrubbed before it reaches any sink. */
export function createFileLog(folder: string, isDevelopment: boolean): Log {
  const logger = electronLog.create({ logId: 'usher' });
  logger.transports.file.resolvePathFn = () => join(folder, 'usher.log');
  logger.transports.file.maxSize = maxFileBytes;
  // SECURITY: for the person alone, as the profile is. A file that an earlier Usher made, and the one it was before, get it too.
  logger.transports.file.writeOptions = { ...logger.transports.file.writeOptions, mode: 0o600 };
  for (const name of ['usher.log', 'usher.old.log']) {
    try {
      chmodSync(join(folder, name), 0o600);
    } catch {
      // There is none yet, or it is somebody else's.
    }
  }
  logger.transports.console.level = isDevelopment ? 'info' : false;
  const line = (event: string, facts: Readonly<Record<string, unknown>> = {}): string =>
    scrubText(`${event} ${JSON.stringify(facts, plainErrors)}`);
  return {
    info: (event, facts) => logger.info(line(event, facts)),
    warn: (event, facts) => logger.warn(line(event, facts)),
    error: (event, facts) => logger.error(line(event, facts)),
  };
}

const plainErrors = (_key: string, value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
