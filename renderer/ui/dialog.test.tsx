import { render, screen, within } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { Dialog } from './dialog.tsx';

it('is no page within the page: its title and its buttons are no landmarks of their own', () => {
  const { unmount } = render(() => (
    <Dialog isOpen title="Forget token" onClose={() => undefined} actions={<button>Forget</button>}>
      It stays good.
    </Dialog>
  ));
  const dialog = within(screen.getByRole('dialog', { name: 'Forget token' }));
  expect(dialog.getByRole('button', { name: 'Forget' })).toBeDefined();
  expect(dialog.queryByRole('banner')).toBeNull();
  expect(dialog.queryByRole('contentinfo')).toBeNull();
  unmount();
});
