import { startService } from '../start-service.mjs';

/**
 * Starts an X server without a screen on a number that is free.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>}
 */
export async function startDisplay(env) {
  const { firstLine, stop } = await startService(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'],
    { readyDescriptor: 3, env },
  );
  return { display: `:${firstLine}`, stop };
}
