import { render, screen } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { Dialog } from '../../ui/dialog.tsx';
import { LiveRegion } from './live-region.tsx';

it('is heard while a dialog is open too, from which some things are announced', async () => {
  render(() => (
    <>
      <p>behind the dialog</p>
      <LiveRegion text="The device is linked." />
      <Dialog isOpen title="Link a device" onClose={() => undefined} />
    </>
  ));
  const behind = screen.getByText('behind the dialog');
  await expect.poll(() => behind.closest('[aria-hidden]')).not.toBeNull();
  expect(screen.getByRole('status').textContent).toBe('The device is linked.');
});
