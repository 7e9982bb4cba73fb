import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { WaitButton } from './wait-button.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a button', () => {
  it('takes no press while it is busy, nor sends the form it belongs to', () => {
    const onClick = vi.fn();
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    render(() => (
      <form onSubmit={onSubmit}>
        <Button type="submit" isBusy onClick={onClick}>
          Sign in
        </Button>
      </form>
    ));
    fireEvent.click(screen.getByRole('button'));
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('keeps the focus when it can no longer be pressed, and says why there', () => {
    const [reason, setReason] = createSignal<string>();
    const onClick = vi.fn();
    render(() => (
      <Button disabledReason={reason()} onClick={onClick}>
        Add app
      </Button>
    ));
    const button = screen.getByRole('button');
    button.focus();
    expect(screen.queryByRole('tooltip')).toBeNull();
    setReason('Sign in first.');
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    button.blur();
    button.focus();
    expect(screen.getByRole('tooltip').textContent).toBe('Sign in first.');
  });

  it('has the words of its other labels for their width alone', () => {
    render(() => <Button labels={['Copied', 'Copying…']}>Copy</Button>);
    expect(screen.getByRole('button').textContent).toBe('Copy');
  });
});

describe('a button that has to wait', () => {
  it('counts in its label, and can be pressed when the time is over', () => {
    const onClick = vi.fn();
    render(() => (
      <WaitButton
        remainingMs={44_000}
        waitLabel={(left) => `Try again in ${left}`}
        onClick={onClick}
      >
        Try again
      </WaitButton>
    ));
    const button = screen.getByRole('button');
    expect(button.textContent).toBe('Try again in 44 s');
    vi.advanceTimersByTime(43_000);
    expect(button.textContent).toBe('Try again in 1 s');
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(button.textContent).toBe('Try again');
    fireEvent.click(button);
    expect(onClick).toHaveBeenCalledOnce();
  });
});
