import { fireEvent, screen } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { CodePanel, qrPath } from './code-panel.tsx';

const code = (characters: string, renewalCount: number) =>
  ({
    kind: 'code',
    attemptId: testData.attemptId('1'),
    phase: 'waiting',
    remainingMs: 900_000,
    trouble: null,
    code: characters,
    linkUrl: 'https://plex.tv/link',
    prefilledUrl: `https://plex.tv/link?pin=${characters}`,
    qr: [
      [true, false],
      [true, true],
    ],
    renewalCount,
  }) as const;

afterEach(() => vi.useRealTimers());

describe('signing in with a code', () => {
  it('shows the code, where to type it, its picture and its time', () => {
    // No time passes between what was given and what is shown.
    vi.useFakeTimers({ toFake: ['performance'] });
    renderWithUsher(() => <CodePanel />, { signIn: code('K4TX', 0) });
    expect(screen.getByText('Code: K 4 T X')).toBeDefined();
    expect(screen.getByRole('link', { name: 'plex.tv/link' })).toBeDefined();
    expect(screen.getByRole('img', { name: /QR code/ })).toBeDefined();
    expect(screen.getByRole('timer').textContent).toBe('15 min');
  });

  it('tells readers of a new code when the old one ran out', () => {
    const { bridge, announced } = renderWithUsher(() => <CodePanel />, {
      signIn: code('K4TX', 0),
    });
    bridge.emit({ signIn: code('9QWE', 1) });
    expect(screen.getByText('Code: 9 Q W E')).toBeDefined();
    expect(announced.at(-1)).toBe('The code expired. The new one is 9 Q W E.');
  });

  it('is copied by its tiles as by the button', async () => {
    const { bridge } = renderWithUsher(() => <CodePanel />, { signIn: code('K4TX', 0) });
    bridge.answer('text.copy', () => ok(null));
    fireEvent.click(screen.getByText('4'));
    await expect.poll(() => screen.queryByText('Copied')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    expect(bridge.calls('text.copy')).toEqual([{ text: 'K4TX' }, { text: 'K4TX' }]);
  });

  it('draws the picture from the rows main gave', () => {
    expect(
      qrPath([
        [true, true, false],
        [false, false, true],
      ]),
    ).toBe('M0 0h2v1h-2zM2 1h1v1h-1z');
  });
});
