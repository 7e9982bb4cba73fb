import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(cleanup);

it('a menu that is pressed before it has come opens when it comes', async () => {
  // Not before: what a file imports at its top has come by its first test.
  const { Menu } = await import('./menu.tsx');
  render(() => <Menu label="More" icon="⋯" items={[{ label: 'Open', onSelect: vi.fn() }]} />);
  const standIn = screen.getByRole('button', { name: 'More' });
  standIn.focus();
  fireEvent.click(standIn);
  expect(screen.queryByRole('menu')).toBeNull();
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Open' }), { key: 'Escape' });
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('More');
  expect(standIn.isConnected).toBe(false);
});

it('a chip that has the focus keeps it when its popover has come', async () => {
  const { ChipPopover } = await import('./chip-popover.tsx');
  const { loadOnDemand } = await import('./on-demand.ts');
  render(() => (
    <ChipPopover title="Update it" text="It is old.">
      Update required
    </ChipPopover>
  ));
  const standIn = screen.getByRole('button');
  standIn.focus();
  await loadOnDemand();
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('button'));
  expect(standIn.isConnected).toBe(false);
});
