import { fireEvent, screen } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { expect, it } from 'vitest';
import type { SignOutTicks } from '../../../shared/model/sign-out.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { useUsher } from '../../state/use-usher.ts';
import { SignOutHost } from './sign-out-host.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const done = { state: 'done' } as const;
const maja = testData.account();
const sam = testData.account({ id: testData.accountId('account-2'), title: 'Sam' });

function Accounts(): JSX.Element {
  const usher = useUsher();
  return (
    <>
      <button onClick={() => usher.askToSignOut(maja)}>Of Maja</button>
      <button onClick={() => usher.askToSignOut(sam)}>Of Sam</button>
      <SignOutHost />
    </>
  );
}

it.each<[string, Result<SignOutTicks>]>([
  ['proof', ok({ revoked: done, rejected: done, removed: done })],
  ['failure', err({ code: 'network.offline' })],
])('the %s of an account whose dialog was closed is not told of the next', async (_of, answer) => {
  const { bridge } = renderWithUsher(() => <Accounts />, { accounts: [maja, sam] });
  let plexAnswers: (answer: Result<SignOutTicks>) => void = () => undefined;
  bridge.answer('account.signOut', () => new Promise((resolve) => (plexAnswers = resolve)));
  fireEvent.click(screen.getByText('Of Maja'));
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  const [close] = await screen.findAllByRole('button', { name: 'Close' });
  if (close !== undefined) fireEvent.click(close);
  fireEvent.click(screen.getByText('Of Sam'));
  plexAnswers(answer);
  await settle();
  const dialog = await screen.findByRole('dialog', { name: 'Sign out of Sam?' });
  expect(dialog.textContent).toContain('revokes the token at Plex');
  expect(screen.queryByRole('list', { name: 'Progress' })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('button', { name: 'Sign out' }).getAttribute('aria-busy')).not.toBe(
    'true',
  );
});
