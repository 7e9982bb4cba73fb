import { fireEvent, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { bindings } from './bindings.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

const nothing = () => undefined;

describe('About Usher', () => {
  const show = (hasNotices: boolean) => {
    const [isOpen, setIsOpen] = createSignal(false);
    const rendered = renderWithUsher(() => <AboutDialog isOpen={isOpen()} onClose={nothing} />);
    rendered.bridge.answer('desktop.read', () =>
      ok({ opensAtLogin: false, profileFolder: '', hasNotices }),
    );
    setIsOpen(true);
    return rendered;
  };

  it('shows the licenses of what is handed out', async () => {
    const { bridge } = show(true);
    bridge.answer('desktop.open', () => ok(null));
    fireEvent.click(await screen.findByRole('button', { name: 'Show licenses' }));
    expect(bridge.calls('desktop.open')).toEqual([{ what: 'notices' }]);
  });

  it('has none to show in a source tree', async () => {
    show(false);
    expect(await screen.findByRole('button', { name: 'Open data folder' })).toBeDefined();
    await Promise.resolve();
    expect(screen.queryByRole('button', { name: 'Show licenses' })).toBeNull();
  });

  it('opens where Usher keeps its files, and says why where it can’t', async () => {
    const { bridge } = show(false);
    bridge.answer('desktop.open', () => ok(null));
    fireEvent.click(await screen.findByRole('button', { name: 'Open data folder' }));
    bridge.answer('desktop.open', () => err({ code: 'desktop.failed' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open log folder' }));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(bridge.calls('desktop.open')).toEqual([{ what: 'profile' }, { what: 'logs' }]);
  });
});

describe('the keyboard shortcuts', () => {
  it('are told one by one, each with its keys', () => {
    renderWithUsher(() => <ShortcutsDialog isOpen onClose={nothing} />);
    expect(screen.getAllByRole('term')).toHaveLength(bindings.length);
    const copies = screen.getByText('Mint a new token').nextElementSibling;
    expect([...(copies?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent)).toEqual([
      'Alt',
      '↵',
    ]);
  });
});
