import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SplitButton } from './split-button.tsx';

const [isBusy, setIsBusy] = createSignal(false);
const [isDone, setIsDone] = createSignal(false);
const onPress = vi.fn();
const onMint = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  setIsBusy(false);
  setIsDone(false);
  render(() => (
    <SplitButton
      label="Copy token"
      name="Copy token of Attic"
      busyLabel="Copying…"
      doneLabel="Copied"
      menuLabel="More for Attic"
      menu={[{ label: 'Mint a new one', shortcut: ['Alt', '↵'], onSelect: onMint }]}
      isBusy={isBusy()}
      isDone={isDone()}
      onPress={onPress}
    />
  ));
});
afterEach(() => {
  cleanup();
  vi.resetAllMocks();
  vi.useRealTimers();
});

const action = () => screen.getAllByRole('button')[0] as HTMLElement;

it('does what it says at the first press, and says of what to readers', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Copy token of Attic' }));
  expect(onPress).toHaveBeenCalledOnce();
});

it('takes no press while it is busy', () => {
  setIsBusy(true);
  vi.advanceTimersByTime(10_000);
  fireEvent.click(action());
  expect(action().textContent).toBe('Copying…');
  expect(onPress).not.toHaveBeenCalled();
});

it('takes no press meant for what it said a moment ago', () => {
  setIsDone(true);
  expect(action().textContent).toBe('Copied');
  vi.advanceTimersByTime(599);
  fireEvent.click(action());
  expect(onPress).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  fireEvent.click(action());
  expect(onPress).toHaveBeenCalledOnce();
});

it('has the rest in a menu of its own cell, whose keys do not press the other', async () => {
  fireEvent.keyDown(screen.getByRole('button', { name: 'More for Attic' }), { key: 'Enter' });
  await vi.advanceTimersByTimeAsync(0);
  fireEvent.keyDown(screen.getByRole('menuitem', { name: /Mint a new one/ }), { key: 'Enter' });
  expect(onMint).toHaveBeenCalledOnce();
  expect(onPress).not.toHaveBeenCalled();
});
