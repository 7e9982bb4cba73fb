import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { usherFuses } from './fuses.mjs';

const indexes = Object.values(FuseV1Options).filter((value) => typeof value === 'number');

test('every fuse that is known is set on purpose, and an unknown one stops the packaging', () => {
  const fuses = usherFuses({ inspectable: false, wireLength: indexes.length });
  expect(indexes.filter((index) => typeof fuses[index] !== 'boolean')).toEqual([]);
  expect(fuses.strictlyRequireAllFuses).toBe(true);
});

test('only a build for tests lets a debugger in, and differs in nothing else', () => {
  const options = { wireLength: indexes.length };
  const release = usherFuses({ ...options, inspectable: false });
  expect(release[FuseV1Options.EnableNodeCliInspectArguments]).toBe(false);
  expect(usherFuses({ ...options, inspectable: true })).toEqual({
    ...release,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
});
