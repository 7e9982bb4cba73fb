import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToastPlace, type Toast } from './toast.tsx';

const [toast, setToast] = createSignal<Toast | null>(null);

beforeEach(() => {
  vi.useFakeTimers();
  setToast(null);
  render(() => <ToastPlace label="News" toast={toast()} onOver={() => setToast(null)} />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const text = () => screen.queryByRole('region', { name: 'News' })?.textContent ?? '';

it('goes by itself', () => {
  expect(text()).toBe('');
  setToast({ tone: 'ok', title: '2 devices revoked' });
  expect(text()).toContain('2 devices revoked');
  vi.advanceTimersByTime(3_999);
  expect(text()).not.toBe('');
  vi.advanceTimersByTime(1);
  expect(text()).toBe('');
});

it('gives its place to the newer one, for the whole of that one’s time', () => {
  setToast({ tone: 'ok', title: 'First' });
  vi.advanceTimersByTime(3_000);
  setToast({ tone: 'ok', title: 'Second' });
  expect(text()).not.toContain('First');
  vi.advanceTimersByTime(3_999);
  expect(text()).toContain('Second');
});

it('stays while the focus or the pointer is on it', () => {
  setToast({ tone: 'warn', title: 'Copied unchecked' });
  const dismiss = screen.getByRole('button', { name: 'Dismiss' });
  dismiss.focus();
  vi.advanceTimersByTime(60_000);
  expect(text()).toContain('Copied unchecked');
  fireEvent.click(dismiss);
  expect(text()).toBe('');
});

it('stays until it is taken away where it tells what still holds', () => {
  setToast({ tone: 'ok', title: 'Attic token copied', isLasting: true });
  vi.advanceTimersByTime(60_000);
  expect(text()).toContain('Attic token copied');
});
