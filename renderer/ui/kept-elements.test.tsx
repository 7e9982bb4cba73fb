import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import { Menu } from './menu.tsx';
import { Segments } from './segments.tsx';
import { Table } from './table.tsx';
import { TabLinks } from './tab-links.tsx';

afterEach(cleanup);

// A press is lost where the button goes between the pointer's going down and up, and so is the focus.

test('a tab stays the same button when a count beside it comes', () => {
  const [count, setCount] = createSignal<number | null>(null);
  const links = () =>
    ['Servers', 'Data'].map((label) => ({
      label,
      count: label === 'Servers' ? count() : null,
      isCurrent: false,
      onGo: () => undefined,
    }));
  render(() => <TabLinks label="Pages" links={links()} />);
  const data = screen.getByRole('button', { name: 'Data' });
  data.focus();
  setCount(5);
  screen.getByRole('button', { name: 'Servers 5' });
  expect(screen.getByRole('button', { name: 'Data' })).toBe(data);
  expect(document.activeElement).toBe(data);
});

test('a segment stays the same when its count changes', () => {
  const [count, setCount] = createSignal(3);
  const options = () => [
    { value: 'all', label: 'All', count: count() },
    { value: 'owned', label: 'Owned' },
  ];
  render(() => (
    <Segments label="Show" value="all" options={options()} onChange={() => undefined} />
  ));
  const owned = screen.getByRole('radio', { name: 'Owned' });
  owned.focus();
  setCount(4);
  screen.getByText('4');
  expect(document.activeElement).toBe(owned);
});

test('an entry of an open menu stays the same when the words of another change', async () => {
  const [label, setLabel] = createSignal('Pin');
  const items = () => [
    { label: label(), onSelect: () => undefined },
    { label: 'Open', onSelect: () => undefined },
  ];
  render(() => <Menu label="More" icon="…" items={items()} />);
  fireEvent.keyDown(screen.getByRole('button', { name: 'More' }), { key: 'Enter' });
  const open = await screen.findByRole('menuitem', { name: 'Open' });
  setLabel('Unpin');
  await screen.findByRole('menuitem', { name: 'Unpin' });
  expect(screen.getByRole('menuitem', { name: 'Open' })).toBe(open);
});

test('the head of a column keeps the focus when it turns the order around', () => {
  const [direction, setDirection] = createSignal<'ascending' | 'descending'>('ascending');
  const columns = () => [
    { label: 'Name', sort: { direction: direction(), onSort: () => setDirection('descending') } },
  ];
  render(() => (
    <Table label="Devices" columns={columns()}>
      {[]}
    </Table>
  ));
  const head = screen.getByRole('button', { name: 'Name' });
  head.focus();
  fireEvent.click(head);
  expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('descending');
  expect(document.activeElement).toBe(head);
});
