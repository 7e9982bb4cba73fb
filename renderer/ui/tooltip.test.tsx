import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TipMark } from './tooltip.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  render(() => <TipMark label="Unencrypted, but only on this computer.">!</TipMark>);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const mark = () => screen.getByRole('img', { name: 'Unencrypted, but only on this computer.' });

it('comes when the pointer has rested on the mark', () => {
  fireEvent.pointerEnter(mark());
  vi.advanceTimersByTime(399);
  expect(screen.queryByRole('tooltip')).toBeNull();
  vi.advanceTimersByTime(1);
  expect(screen.getByRole('tooltip')).toBeDefined();
});

it('comes at once with the focus, which the mark can take, and goes on Escape', () => {
  mark().focus();
  expect(screen.getByRole('tooltip')).toBeDefined();
  fireEvent.keyDown(document, { key: 'Escape' });
  vi.advanceTimersByTime(0);
  expect(screen.queryByRole('tooltip')).toBeNull();
});

it('goes, or does not come, when the pointer is elsewhere, though the mark never heard it leave', () => {
  fireEvent.pointerEnter(mark());
  vi.advanceTimersByTime(200);
  fireEvent.pointerOver(document.body);
  vi.advanceTimersByTime(1_000);
  expect(screen.queryByRole('tooltip')).toBeNull();
  fireEvent.pointerEnter(mark());
  vi.advanceTimersByTime(400);
  // It may be read and selected.
  fireEvent.pointerOver(screen.getByRole('tooltip'));
  vi.advanceTimersByTime(1_000);
  expect(screen.getByRole('tooltip')).toBeDefined();
  fireEvent.pointerOver(document.body);
  vi.advanceTimersByTime(100);
  expect(screen.queryByRole('tooltip')).toBeNull();
});
