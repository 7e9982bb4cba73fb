import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import { ErrorState } from './error-state.tsx';

afterEach(cleanup);

test('what Plex said in its own words is shown on demand, as text', () => {
  const details = 'Not <b>here</b> (code 1004, status 400)';
  render(() => (
    <ErrorState error={{ code: 'plex.refused', status: 400, plexCode: 1004, details }} />
  ));
  const words = screen.getByText(details);
  expect(words.closest('details')?.open).toBe(false);
  expect(screen.getByText('Details').tagName).toBe('SUMMARY');
});

test('without words of its own there are no details', () => {
  render(() => <ErrorState error={{ code: 'plex.unavailable', status: 503 }} />);
  expect(screen.queryByText('Details')).toBeNull();
});

test('without a network, what is known is told with its age and no alarm; where nothing is known, as an error', () => {
  const error = { code: 'network.offline' } as const;
  const { unmount } = render(() => <ErrorState error={error} asOf={Date.now()} isInline />);
  expect(screen.getByRole('status').textContent).toContain('Offline. Showing data from');
  expect(screen.queryByRole('alert')).toBeNull();
  unmount();
  render(() => <ErrorState error={error} />);
  screen.getByRole('alert');
});
