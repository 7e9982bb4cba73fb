import path from 'node:path';
import { projectRoot } from '../project-root.mjs';

/** The Node of the `node` dev dependency, which everything after set-up's first step runs on. */
export const localNode = path.join(
  projectRoot,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
