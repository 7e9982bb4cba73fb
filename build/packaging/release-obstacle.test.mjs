import { expect, test } from 'vitest';
import { releaseObstacle } from './release-obstacle.mjs';

test('a release is made with the official Electron, and no other', () => {
  expect(releaseObstacle('official', {})).toBeUndefined();
  expect(releaseObstacle('stand-in', {})?.happened).toContain('official Electron only');
});

test('no release lets a debugger in', () => {
  const obstacle = releaseObstacle('official', { USHER_PACKAGE_INSPECTABLE: '1' });
  expect(obstacle?.happened).toContain('USHER_PACKAGE_INSPECTABLE');
});
