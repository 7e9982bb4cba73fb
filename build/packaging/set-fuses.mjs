import { flipFuses } from '@electron/fuses';
import { readFuses } from './read-fuses.mjs';
import { usherFuses } from './usher-fuses.mjs';

/**
 * @param {string} executable
 * @param {{ inspectable: boolean }} options
 */
export async function setFuses(executable, { inspectable }) {
  const wireLength = Object.keys(await readFuses(executable)).length;
  await flipFuses(executable, usherFuses({ inspectable, wireLength }));
}
