import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, it, vi } from 'vitest';
import { ChipPopover } from './chip-popover.tsx';
import { Menu } from './menu.tsx';

afterEach(cleanup);

const onChoose = vi.fn();
const show = () =>
  render(() => (
    <Menu
      label="More for Attic"
      icon="⋯"
      items={[
        { label: 'Open', onSelect: vi.fn() },
        'line',
        {
          label: 'Copy as',
          items: [
            {
              choice: 'Form',
              value: 'raw',
              options: [
                { value: 'raw', label: 'Just the token', preview: '••••d6e3' },
                { value: 'header', label: 'Header', preview: 'X-Plex-Token: …' },
              ],
              onChoose,
            },
          ],
        },
      ]}
    />
  ));

it('marks the choice that holds, in a menu of a menu, and takes another', async () => {
  show();
  fireEvent.keyDown(screen.getByRole('button', { name: 'More for Attic' }), { key: 'Enter' });
  const more = await screen.findByRole('menuitem', { name: 'Copy as' });
  more.focus();
  fireEvent.keyDown(more, { key: 'ArrowRight' });
  const chosen = await screen.findByRole('menuitemradio', { name: /Just the token/ });
  expect(chosen.getAttribute('aria-checked')).toBe('true');
  const other = screen.getByRole('menuitemradio', { name: /Header/ });
  expect(other.getAttribute('aria-checked')).toBe('false');
  other.focus();
  fireEvent.keyDown(other, { key: 'Enter' });
  expect(onChoose).toHaveBeenCalledWith('header');
});

it('a chip that opens says what its word means, and gives the focus back on Escape', async () => {
  render(() => (
    <ChipPopover
      tone="warn"
      title="Update this server"
      text="It has a known hole."
      ways="Read more"
    >
      Update required
    </ChipPopover>
  ));
  const chip = screen.getByRole('button', { name: 'Update required' });
  chip.focus();
  fireEvent.click(chip);
  const text = await screen.findByRole('dialog', { name: 'Update this server' });
  expect(text.textContent).toContain('It has a known hole.');
  fireEvent.keyDown(text, { key: 'Escape' });
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  await expect.poll(() => document.activeElement).toBe(chip);
});
