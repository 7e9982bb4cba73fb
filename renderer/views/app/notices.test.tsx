import { fireEvent, screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { Notices } from './notices.tsx';

describe('notices', () => {
  const at = testData.now;
  const id = testData.noticeId('1');

  it.each([
    [
      { id, at, kind: 'profileRebuilt', from: 'backup', keptAs: 'x.json' },
      /from a backup.*x\.json/,
    ],
    [{ id, at, kind: 'profileRebuilt', from: 'nothing', keptAs: null }, /no usable backup/],
    [{ id, at, kind: 'profileTooNew' }, /newer version of Usher/],
    [{ id, at, kind: 'signInResumed', accountTitle: 'Maja' }, /Signed in as Maja/],
    [{ id, at, kind: 'removalFinished', title: 'Maja' }, /Finished removing Maja/],
  ] as const)('%j is told, and put away on a press', (notice, words) => {
    const { bridge } = renderWithUsher(() => <Notices />, { notices: [notice] });
    bridge.answer('notice.dismiss', () => ok(null));
    const region = screen.getByRole('region', { name: 'Notices' });
    expect(region.textContent).toMatch(words);
    fireEvent.click(within(region).getByRole('button', { name: 'Dismiss' }));
    expect(bridge.calls('notice.dismiss')).toEqual([{ noticeId: id }]);
  });
});
