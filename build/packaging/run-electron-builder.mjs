import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';

/**
 * @param {string[]} args
 * @param {Pick<import('../run-process.mjs').RunOptions, 'env' | 'output'>} [options]
 */
export function runElectronBuilder(args, options = {}) {
  const builder = path.join(projectRoot, 'node_modules/electron-builder/cli.js');
  const command = [builder, '--config', 'build/electron-builder.config.js', '--publish', 'never'];
  return runProcess(process.execPath, [...command, ...args], { cwd: projectRoot, ...options });
}
