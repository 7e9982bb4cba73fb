import { fireEvent, screen } from '@solidjs/testing-library';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { DataView } from './data-view.tsx';
import { testDetails } from './test-details.ts';

describe('the record', () => {
  const record = {
    id: 4100001,
    authToken: '[redacted]',
    subscription: { plan: 'lifetime', features: ['home', 'sync', 'Home theatre'] },
  };
  const query = {
    details: () => null,
    error: () => null,
    isLoading: () => false,
    reload: () => {},
  };
  const open = () => {
    const rendered = renderWithUsher(() => (
      <DataView details={testDetails({ record })} query={query} />
    ));
    fireEvent.click(screen.getByRole('radio', { name: 'JSON' }));
    return rendered;
  };
  const lines = () => screen.getAllByRole('treeitem').map((line) => line.textContent);
  const search = (value: string) =>
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search the record' }), {
      target: { value },
    });

  it('is closed but for its first level, and opens line by line', () => {
    open();
    expect(lines()).toEqual([
      'record3 fields',
      'id4100001',
      'authTokenremoved',
      'subscription2 fields',
    ]);
    fireEvent.click(screen.getByText('subscription'));
    expect(lines()).toContain('features3 items');
    expect(lines()).not.toContain('0"home"');
  });

  it('tells the day of a time that Plex sent as a number', () => {
    const rendered = renderWithUsher(() => (
      <DataView details={testDetails({ record: { joinedAt: 1_331_000_000 } })} query={query} />
    ));
    fireEvent.click(screen.getByRole('radio', { name: 'JSON' }));
    expect(lines()).toContain('joinedAt1331000000 · Mar 6, 2012');
    rendered.unmount();
  });

  it('shows where a secret was removed', () => {
    open();
    expect(screen.getByText('removed')).toBeDefined();
  });

  it('finds keys and values, opens the way to them and steps through them', () => {
    // jsdom has no layout.
    Element.prototype.scrollIntoView = vi.fn();
    open();
    search('home');
    expect(screen.getByText('1 of 2')).toBeDefined();
    expect(lines()).toContain('0"home"');
    const current = () => document.querySelector('[aria-current="true"]')?.textContent;
    expect(current()).toBe('0"home"');
    fireEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(current()).toBe('2"Home theatre"');
    fireEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(current()).toBe('0"home"');
    search('nowhere');
    expect(screen.getByText('No match')).toBeDefined();
  });

  it('is walked through with the arrow keys', () => {
    open();
    const tree = screen.getByRole('tree');
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? tree, { key });
    screen.getAllByRole('treeitem')[0]?.focus();
    press('End');
    expect(document.activeElement?.textContent).toBe('subscription2 fields');
    press('ArrowRight');
    press('ArrowRight');
    expect(document.activeElement?.textContent).toBe('plan"lifetime"');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  });

  it('is copied whole, as it stands redacted', () => {
    const { bridge } = open();
    bridge.answer('text.copy', () => ok(null));
    fireEvent.click(screen.getByRole('button', { name: 'Copy record' }));
    expect(bridge.calls('text.copy')).toEqual([{ text: JSON.stringify(record, null, 2) }]);
  });
});
