import { fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClipboardState } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { ClipboardToast } from './clipboard-toast.tsx';

afterEach(() => vi.useRealTimers());

describe('the clipboard’s toast', () => {
  const holding: Extract<ClipboardState, { kind: 'holding' }> = {
    kind: 'holding',
    what: 'transientToken',
    tokenId: null,
    form: 'raw',
    label: 'Attic',
    remainingMs: 30_000,
    totalMs: 30_000,
    isKeptFromHistory: false,
    failure: null,
  };
  const toast = () => within(screen.getByRole('region', { name: 'Clipboard' }));

  it('is not there when nothing of ours is on the clipboard', () => {
    renderWithUsher(() => <ClipboardToast />);
    expect(screen.queryByRole('region', { name: 'Clipboard' })).toBeNull();
  });

  it('tells what is there and when it goes, once', () => {
    vi.useFakeTimers();
    const { bridge, announced } = renderWithUsher(() => <ClipboardToast />);
    bridge.emit({ clipboard: holding });
    expect(toast().getByText('Attic token copied')).toBeDefined();
    vi.advanceTimersByTime(7_000);
    expect(toast().getByRole('timer').textContent).toBe('23 s');
    expect(announced).toEqual(['Attic token copied. Clears in 30 seconds.']);
    vi.advanceTimersByTime(60_000);
    expect(toast().getByRole('timer').textContent).toBe('0 s');
    bridge.emit({ clipboard: { kind: 'empty' } });
    expect(screen.queryByRole('region', { name: 'Clipboard' })).toBeNull();
    expect(announced.at(-1)).toBe('Clipboard cleared.');
  });

  it('says that the copied token turned out to be of no use, and mints another in its place', () => {
    const token = testData.token({ serverName: 'Attic' });
    const { bridge, announced } = renderWithUsher(() => <ClipboardToast />, {
      tokens: [token],
      clipboard: { ...holding, tokenId: token.id },
    });
    const dead = {
      kind: 'rejected',
      rejectedAt: testData.now,
      because: 'serverRestarted',
    } as const;
    bridge.emit({ tokens: [{ ...token, verdict: dead }] });
    expect(toast().getByText('The copied Attic token no longer works')).toBeDefined();
    expect(announced.at(-1)).toBe('The copied Attic token no longer works');
    bridge.answer('token.mintAnew', () => ok(token));
    fireEvent.click(toast().getByRole('button', { name: 'Mint a new one' }));
    expect(bridge.calls('token.mintAnew')).toEqual([{ tokenId: token.id }]);
  });

  it('starts over when the same is copied again', () => {
    vi.useFakeTimers();
    const { bridge } = renderWithUsher(() => <ClipboardToast />);
    bridge.emit({ clipboard: holding });
    vi.advanceTimersByTime(20_000);
    bridge.emit({ clipboard: { ...holding } });
    expect(toast().getByRole('timer').textContent).toBe('30 s');
  });

  it('keeps or clears on a press', () => {
    const { bridge } = renderWithUsher(() => <ClipboardToast />, { clipboard: holding });
    bridge.answer('clipboard.keep', () => ok(null));
    bridge.answer('clipboard.clear', () => ok(null));
    fireEvent.click(toast().getByRole('button', { name: 'Don’t clear' }));
    fireEvent.click(toast().getByRole('button', { name: 'Clear' }));
    expect(bridge.calls('clipboard.keep')).toHaveLength(1);
    expect(bridge.calls('clipboard.clear')).toHaveLength(1);
  });

  it('says that it could not be cleared, and no longer than that is on it', async () => {
    const { bridge } = renderWithUsher(() => <ClipboardToast />, { clipboard: holding });
    bridge.answer('clipboard.clear', () => err({ code: 'clipboard.failed' }));
    fireEvent.click(toast().getByRole('button', { name: 'Clear' }));
    expect(await toast().findByRole('alert')).toBeDefined();
    bridge.emit({ clipboard: { kind: 'empty' } });
    bridge.emit({ clipboard: { ...holding, label: 'Cabin' } });
    expect(toast().queryByRole('alert')).toBeNull();
  });

  it('says that it was not cleared for as long as that is so', () => {
    const { bridge, announced } = renderWithUsher(() => <ClipboardToast />, { clipboard: holding });
    const over = { ...holding, remainingMs: 0, failure: 'clipboard.notCleared' } as const;
    bridge.emit({ clipboard: over });
    expect(toast().getByRole('alert').textContent).toContain('The clipboard wasn’t cleared');
    expect(toast().queryByText(/Stays until you clear it/)).toBeNull();
    expect(toast().queryByText(/Clears in/)).toBeNull();
    expect(toast().getByRole('button', { name: 'Don’t clear' })).toBeDefined();
    expect(announced).toEqual([]);
    bridge.emit({ clipboard: { kind: 'empty' } });
    expect(announced.at(-1)).toBe('Clipboard cleared.');
  });

  it('is cleared within the second, and not kept, when its time is as good as over', () => {
    renderWithUsher(() => <ClipboardToast />, { clipboard: { ...holding, remainingMs: 0 } });
    expect(toast().queryByText(/Stays until you clear it/)).toBeNull();
    expect(toast().getByRole('timer').textContent).toBe('0 s');
  });

  it('claims to be kept out of clipboard history only where that was done', () => {
    const { bridge } = renderWithUsher(() => <ClipboardToast />, { clipboard: holding });
    expect(toast().queryByText(/clipboard history/)).toBeNull();
    bridge.emit({ clipboard: { ...holding, isKeptFromHistory: true } });
    expect(toast().getByText(/Excluded from clipboard history/)).toBeDefined();
  });

  it('tells that a new token was minted for one that was dead, and puts that away with it', () => {
    const id = testData.noticeId('1');
    const { bridge } = renderWithUsher(() => <ClipboardToast />, { clipboard: holding });
    bridge.answer('notice.dismiss', () => ok(null));
    bridge.emit({
      notices: [
        { id, at: testData.now, kind: 'mintedAnew', serverName: 'Attic', because: 'expired' },
      ],
    });
    expect(toast().getByText('New token for Attic copied')).toBeDefined();
    bridge.emit({ clipboard: { kind: 'empty' } });
    expect(bridge.calls('notice.dismiss')).toEqual([{ noticeId: id }]);
  });

  it('has no time to show once it is kept', () => {
    renderWithUsher(() => <ClipboardToast />, { clipboard: { ...holding, remainingMs: null } });
    expect(toast().queryByRole('timer')).toBeNull();
    expect(toast().queryByRole('button', { name: 'Don’t clear' })).toBeNull();
    expect(toast().getByText(/Stays until you clear it/)).toBeDefined();
  });
});
