import { join } from 'node:path';
import { projectRoot } from '../../fixtures/project-root.ts';

/** The command line as it is built. */
export const cliFile = join(projectRoot, 'out/cli/usher.cjs');
