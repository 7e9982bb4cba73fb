import { fireEvent, screen } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { renderWithUsher } from '../bridge/render-with-usher.tsx';
import { testData } from '../bridge/test-data.ts';
import { CheckButton } from './check-button.tsx';

const tokens = [{ kind: 'transient', tokenId: testData.tokenId('token-1') }] as const;

it('says that nobody was asked, until somebody is', async () => {
  const { bridge, announced } = renderWithUsher(() => (
    <CheckButton tokens={tokens} name="token of Attic" />
  ));
  const details = 'Not this one (status 400)';
  bridge.answer('verdicts.check', () => err({ code: 'request.invalid', details }));
  const button = screen.getByRole('button', { name: 'Check now: token of Attic' });
  fireEvent.click(button);
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(screen.getByRole('alert').textContent).not.toContain(details);
  expect(screen.getByText(details).closest('details')?.open).toBe(false);
  expect(announced).toEqual([]);
  bridge.answer('verdicts.check', () => ok(null));
  fireEvent.click(button);
  await expect.poll(() => screen.queryByRole('alert')).toBeNull();
});
