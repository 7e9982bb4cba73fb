import { cleanup, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from './countdown.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a countdown', () => {
  it('runs down from what main gave', () => {
    render(() => <Countdown remainingMs={30_000} />);
    expect(screen.getByRole('timer').textContent).toBe('30 s');
    vi.advanceTimersByTime(12_000);
    expect(screen.getByRole('timer').textContent).toBe('18 s');
  });

  it('counts from when it was received, not from when it is shown', () => {
    const receivedAt = performance.now();
    vi.advanceTimersByTime(20_000);
    render(() => <Countdown remainingMs={30_000} receivedAt={receivedAt} />);
    expect(screen.getByRole('timer').textContent).toBe('10 s');
  });

  it('stays at nothing when it is over: ending is for main to tell', () => {
    render(() => <Countdown remainingMs={1_000} />);
    vi.advanceTimersByTime(3_600_000);
    expect(screen.getByRole('timer').textContent).toBe('0 s');
  });

  it('says in words that nothing is left, where there are words for it', () => {
    render(() => <Countdown remainingMs={1_000} overText="Expired" />);
    vi.advanceTimersByTime(1_000);
    expect(screen.getByRole('timer').textContent).toBe('Expired');
  });

  it('never shows more than main gave', () => {
    const [given, setGiven] = createSignal({ remainingMs: 5_000, receivedAt: performance.now() });
    render(() => <Countdown {...given()} />);
    vi.advanceTimersByTime(240);
    setGiven({ remainingMs: 30_000, receivedAt: performance.now() });
    expect(screen.getByRole('timer').textContent).toBe('30 s');
  });

  it('begins anew when main gives the same time again', () => {
    const [receivedAt, setReceivedAt] = createSignal(performance.now());
    render(() => <Countdown remainingMs={30_000} receivedAt={receivedAt()} />);
    vi.advanceTimersByTime(10_000);
    setReceivedAt(performance.now());
    expect(screen.getByRole('timer').textContent).toBe('30 s');
  });

  it('does not interrupt a screen reader every second', () => {
    render(() => <Countdown remainingMs={30_000} />);
    expect(screen.getByRole('timer').getAttribute('aria-live')).toBe('off');
  });

  it('wakes the page once for many, and for hours not each second', () => {
    render(() => <Countdown remainingMs={48 * 3_600_000} />);
    render(() => <Countdown remainingMs={47 * 3_600_000} />);
    let woken = 0;
    for (; vi.getTimerCount() > 0 && performance.now() < 60_000; woken += 1) {
      vi.advanceTimersToNextTimer();
    }
    expect(woken).toBeLessThan(10);
    expect(screen.getAllByRole('timer').map((each) => each.textContent)).toEqual([
      '47 h 59 min',
      '46 h 59 min',
    ]);
  });

  it('counts seconds once the last hour has begun', () => {
    render(() => <Countdown remainingMs={3_600_000 + 5_000} />);
    vi.advanceTimersByTime(30_000);
    expect(screen.getByRole('timer').textContent).toBe('59 min 35 s');
    vi.advanceTimersByTime(1_000);
    expect(screen.getByRole('timer').textContent).toBe('59 min 34 s');
  });

  it('rests in a window that nobody sees, and is right at once when it is seen again', () => {
    const hidden = vi.spyOn(document, 'hidden', 'get');
    const show = (isShown: boolean): void => {
      hidden.mockReturnValue(!isShown);
      document.dispatchEvent(new Event('visibilitychange'));
    };
    render(() => <Countdown remainingMs={30_000} />);
    show(false);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(12_000);
    show(true);
    expect(screen.getByRole('timer').textContent).toBe('18 s');
    hidden.mockRestore();
  });

  it('leaves no timer running when nothing counts', () => {
    const { unmount } = render(() => (
      <>
        <Countdown remainingMs={30_000} />
        <Countdown remainingMs={9_000} />
      </>
    ));
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
