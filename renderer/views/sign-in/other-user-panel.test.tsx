import { fireEvent, screen } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { OtherUserPanel } from './other-user-panel.tsx';

const show = (isHere: boolean) =>
  renderWithUsher(() => <OtherUserPanel />, {
    accounts: [testData.account()],
    signIn: {
      kind: 'otherUser',
      attemptId: testData.attemptId('1'),
      forAccountId: testData.accountId('account-1'),
      user: { title: 'edith', username: 'edith', email: 'edith@example.org', isHere },
      phase: 'asking',
      error: null,
    },
  });
const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

it('leaves the token of somebody who is not here to the person', () => {
  show(false);
  expect(names()).toEqual([
    'Discard \u2068edith\u2069’s sign-in',
    'Add \u2068edith\u2069 as an account',
  ]);
});

it('says that somebody who is here has the new token, and offers to revoke nothing', async () => {
  const { bridge, announced } = show(true);
  bridge.answer('signIn.discardOther', () => ok(null));
  expect(names()).toEqual(['Try again']);
  expect(document.body.textContent).toContain('now uses the new token');
  fireEvent.click(screen.getByRole('button'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(bridge.calls('signIn.discardOther')).toHaveLength(1);
  expect(announced).toEqual([]);
});
