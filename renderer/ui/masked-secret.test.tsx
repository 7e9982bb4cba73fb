import { fireEvent, screen } from '@solidjs/testing-library';
import { createSignal, Show } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { renderWithUsher } from '../bridge/render-with-usher.tsx';
import { testData } from '../bridge/test-data.ts';
import { MaskedSecret } from './masked-secret.tsx';

const plain = 'transient-0f7d3b42-8f57-4f0f-9be7-34b7a6d19f3c';
const secret = { kind: 'transient', tokenId: testData.tokenId('token-1') } as const;

const show = () =>
  renderWithUsher(() => (
    <MaskedSecret
      secret={secret}
      token={{ kind: 'transient', lastFour: '9f3c' }}
      name="transient token of Attic"
    />
  ));
const press = async (name: RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await vi.advanceTimersByTimeAsync(0);
};
const page = () => document.documentElement.outerHTML;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a masked token', () => {
  it('shows its kind and its last four, and nothing else', () => {
    show();
    expect(screen.getByText('Transient')).toBeDefined();
    expect(screen.getByText(/•+9f3c/)).toBeDefined();
    expect(page()).not.toContain(plain);
  });

  it('is copied by main, without the page seeing it', async () => {
    const { bridge } = show();
    bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
    await press(/copy transient token of attic/i);
    expect(bridge.calls('secret.copy')).toEqual([{ secret, form: 'raw' }]);
    expect(bridge.calls('secret.reveal')).toEqual([]);
  });

  it('says why it could not be copied', async () => {
    const { bridge } = show();
    bridge.answer('secret.copy', () => err({ code: 'clipboard.failed' }));
    await press(/copy/i);
    expect(screen.getByRole('alert').textContent).toContain('clipboard couldn’t be used');
  });
});

describe('a revealed token', () => {
  it('is there while main allows and is then gone from the page', async () => {
    const { bridge, announced } = show();
    bridge.answer('secret.reveal', () => ok({ secret: plain, visibleMs: 10_000 }));
    await press(/reveal/i);
    expect(page()).toContain(plain);
    expect(screen.getByRole('timer').textContent).toBe('10 s');
    vi.advanceTimersByTime(9_999);
    expect(page()).toContain(plain);
    vi.advanceTimersByTime(1);
    expect(page()).not.toContain(plain);
    expect(announced.at(-1)).toBe('Hidden again.');
    expect(announced.join(' ')).not.toContain(plain);
  });

  it('can be hidden sooner', async () => {
    const { bridge } = show();
    bridge.answer('secret.reveal', () => ok({ secret: plain, visibleMs: 10_000 }));
    await press(/reveal/i);
    await press(/hide/i);
    expect(page()).not.toContain(plain);
  });

  it('goes with its view, and leaves nothing to come back', async () => {
    const { bridge, unmount } = show();
    bridge.answer('secret.reveal', () => ok({ secret: plain, visibleMs: 10_000 }));
    await press(/reveal/i);
    unmount();
    expect(page()).not.toContain(plain);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not shown when the answer comes after the view has gone', async () => {
    const { bridge, unmount } = show();
    let answer: () => void = () => undefined;
    bridge.answer(
      'secret.reveal',
      () =>
        new Promise((resolve) => {
          answer = () => resolve(ok({ secret: plain, visibleMs: 10_000 }));
        }),
    );
    await press(/reveal/i);
    unmount();
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is dropped when the row gets another token', async () => {
    const [lastFour, setLastFour] = createSignal('9f3c');
    const { bridge } = renderWithUsher(() => (
      <Show when={lastFour()}>
        {(four) => (
          <MaskedSecret
            secret={secret}
            token={{ kind: 'transient', lastFour: four() }}
            name="token"
          />
        )}
      </Show>
    ));
    bridge.answer('secret.reveal', () => ok({ secret: plain, visibleMs: 10_000 }));
    await press(/reveal/i);
    setLastFour('aaaa');
    expect(page()).not.toContain(plain);
  });

  it('is not shown in a row that has another token by the time the answer comes', async () => {
    const [lastFour, setLastFour] = createSignal('9f3c');
    const { bridge } = renderWithUsher(() => (
      <MaskedSecret
        secret={secret}
        token={{ kind: 'transient', lastFour: lastFour() }}
        name="token"
      />
    ));
    let answer: () => void = () => undefined;
    bridge.answer(
      'secret.reveal',
      () =>
        new Promise((resolve) => {
          answer = () => resolve(ok({ secret: plain, visibleMs: 10_000 }));
        }),
    );
    await press(/reveal/i);
    setLastFour('aaaa');
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(page()).not.toContain(plain);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says why it could not be shown', async () => {
    const { bridge } = show();
    bridge.answer('secret.reveal', () => err({ code: 'vault.locked' }));
    await press(/reveal/i);
    expect(screen.getByRole('alert').textContent).toContain('The keychain is locked');
  });
});
