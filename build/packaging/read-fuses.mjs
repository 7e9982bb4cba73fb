import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/**
 * What the fuses of an executable say, by name, in their order.
 *
 * @param {string} executable
 * @returns {Promise<Record<string, boolean>>}
 */
export async function readFuses(executable) {
  const wire = Object.entries(await getCurrentFuseWire(executable));
  return Object.fromEntries(
    wire
      .filter(([index]) => index !== 'version')
      .map(([index, state]) => [FuseV1Options[Number(index)] ?? index, state === FuseState.ENABLE]),
  );
}
