import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this is the build of a source tree, in `out/cli`. The package has no sources beside it. */
export const isSourceTree = (): boolean =>
  existsSync(join(import.meta.dirname, '../../electron/cli.ts'));
