import { fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClipboardState } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { ClipboardBar } from './clipboard-bar.tsx';

afterEach(() => vi.useRealTimers());

describe('the clipboard bar', () => {
  const holding: Extract<ClipboardState, { kind: 'holding' }> = {
    kind: 'holding',
    what: 'transientToken',
    form: 'raw',
    label: 'Attic',
    remainingMs: 30_000,
    totalMs: 30_000,
    isKeptFromHistory: false,
    failure: null,
  };
  const bar = () => within(screen.getByRole('region', { name: 'Clipboard' }));

  it('is not there when nothing of ours is on the clipboard', () => {
    renderWithUsher(() => <ClipboardBar />);
    expect(screen.queryByRole('region', { name: 'Clipboard' })).toBeNull();
  });

  it('tells what is there and when it goes, once', () => {
    vi.useFakeTimers();
    const { bridge, announced } = renderWithUsher(() => <ClipboardBar />);
    bridge.emit({ clipboard: holding });
    expect(bar().getByText('Attic')).toBeDefined();
    vi.advanceTimersByTime(7_000);
    expect(bar().getByRole('timer').textContent).toBe('23 s');
    expect(announced).toEqual([
      'Transient token of Attic is on the clipboard and is cleared in 30 seconds.',
    ]);
    vi.advanceTimersByTime(60_000);
    expect(bar().getByRole('timer').textContent).toBe('0 s');
    bridge.emit({ clipboard: { kind: 'empty' } });
    expect(screen.queryByRole('region', { name: 'Clipboard' })).toBeNull();
    expect(announced.at(-1)).toBe('The clipboard was cleared.');
  });

  it('starts over when the same is copied again', () => {
    vi.useFakeTimers();
    const { bridge } = renderWithUsher(() => <ClipboardBar />);
    bridge.emit({ clipboard: holding });
    vi.advanceTimersByTime(20_000);
    bridge.emit({ clipboard: { ...holding } });
    expect(bar().getByRole('timer').textContent).toBe('30 s');
  });

  it('keeps or clears on a press', () => {
    const { bridge } = renderWithUsher(() => <ClipboardBar />, { clipboard: holding });
    bridge.answer('clipboard.keep', () => ok(null));
    bridge.answer('clipboard.clear', () => ok(null));
    fireEvent.click(bar().getByRole('button', { name: 'Keep' }));
    fireEvent.click(bar().getByRole('button', { name: 'Clear now' }));
    expect(bridge.calls('clipboard.keep')).toHaveLength(1);
    expect(bridge.calls('clipboard.clear')).toHaveLength(1);
  });

  it('says that it could not be cleared, and no longer than that is on it', async () => {
    const { bridge } = renderWithUsher(() => <ClipboardBar />, { clipboard: holding });
    bridge.answer('clipboard.clear', () => err({ code: 'clipboard.failed' }));
    fireEvent.click(bar().getByRole('button', { name: 'Clear now' }));
    expect(await bar().findByRole('alert')).toBeDefined();
    bridge.emit({ clipboard: { kind: 'empty' } });
    bridge.emit({ clipboard: { ...holding, label: 'Cabin' } });
    expect(bar().queryByRole('alert')).toBeNull();
  });

  it('says that it was not cleared for as long as that is so', () => {
    const { bridge, announced } = renderWithUsher(() => <ClipboardBar />, { clipboard: holding });
    const over = { ...holding, remainingMs: 0, failure: 'clipboard.notCleared' } as const;
    bridge.emit({ clipboard: over });
    expect(bar().getByRole('alert').textContent).toContain('The clipboard was not cleared');
    expect(bar().queryByText(/Kept until you clear it/)).toBeNull();
    expect(bar().queryByText(/Cleared in/)).toBeNull();
    expect(bar().getByRole('button', { name: 'Keep' })).toBeDefined();
    expect(announced).toEqual([]);
    bridge.emit({ clipboard: { kind: 'empty' } });
    expect(announced.at(-1)).toBe('The clipboard was cleared.');
  });

  it('is cleared within the second, and not kept, when its time is as good as over', () => {
    renderWithUsher(() => <ClipboardBar />, { clipboard: { ...holding, remainingMs: 0 } });
    expect(bar().queryByText(/Kept until you clear it/)).toBeNull();
    expect(bar().getByRole('timer').textContent).toBe('0 s');
  });

  it('claims to be kept out of clipboard history only where that was done', () => {
    const { bridge } = renderWithUsher(() => <ClipboardBar />, { clipboard: holding });
    expect(bar().queryByText(/clipboard history/)).toBeNull();
    bridge.emit({ clipboard: { ...holding, isKeptFromHistory: true } });
    expect(bar().getByText(/Kept out of clipboard history/)).toBeDefined();
  });

  it('has no time to show once it is kept', () => {
    renderWithUsher(() => <ClipboardBar />, { clipboard: { ...holding, remainingMs: null } });
    expect(bar().queryByRole('timer')).toBeNull();
    expect(bar().queryByRole('button', { name: 'Keep' })).toBeNull();
    expect(bar().getByText(/Kept until you clear it/)).toBeDefined();
  });
});
