import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * How to start npm here, without a shell wherever that can be had: the npm that started this
 * command, by the Node that runs it. The Node inside node_modules is never chosen for it, because
 * `npm ci` deletes it on the way.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args, env = process.env) {
  const cli = env['npm_execpath'];
  const node = env['npm_node_execpath'] ?? process.execPath;
  if (cli !== undefined && /^npm-cli\.c?js$/.test(path.basename(cli)) && existsSync(cli)) {
    return {
      command: existsSync(node) ? node : process.execPath,
      args: [cli, ...args],
      shell: false,
    };
  }
  const onWindows = process.platform === 'win32';
  return { command: onWindows ? 'npm.cmd' : 'npm', args, shell: onWindows };
}
