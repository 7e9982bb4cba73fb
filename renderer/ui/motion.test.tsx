import { cleanup, render, screen } from '@solidjs/testing-library';
import { createSignal, For, Show } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PlainSecret } from './masked-secret.tsx';
import { animateRows } from './motion.ts';

/** What moves, and how it is told that it is done. */
let moving: { readonly text: string | null; end?: () => void }[] = [];
beforeEach(() => {
  moving = [];
  Object.assign(HTMLElement.prototype, {
    animate(this: HTMLElement) {
      const one: (typeof moving)[number] = { text: this.textContent };
      moving.push(one);
      return { addEventListener: (_type: string, end: () => void) => (one.end = end) };
    },
  });
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, 'animate');
  vi.restoreAllMocks();
});

const [rows, setRows] = createSignal<readonly string[]>([]);
const show = (...first: readonly string[]) => {
  setRows(first);
  render(() => (
    <ul ref={animateRows}>
      <For each={rows()}>{(row) => <li>{row}</li>}</For>
    </ul>
  ));
};
const settle = () => new Promise((resolve) => setTimeout(resolve));
const movingRows = () => moving.map(({ text }) => text);

it('moves rows that come and go, not those that are there first or only change places', async () => {
  show('Attic', 'Cabin');
  await settle();
  setRows(['Cabin', 'Attic']);
  await settle();
  expect(movingRows()).toEqual([]);
  setRows(['Cabin', 'Attic', 'Loft']);
  await settle();
  expect(movingRows()).toEqual(['Loft']);
  setRows(['Attic', 'Loft']);
  await settle();
  expect(movingRows()).toEqual(['Loft', 'Cabin']);
  // Only its looks are there still.
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['Attic', 'Loft']);
  expect(screen.getByText('Cabin').inert).toBe(true);
  moving[1]?.end?.();
  expect(screen.queryByText('Cabin')).toBeNull();
});

it('shows nothing of a secret that was revealed in a row that goes', async () => {
  const [isThere, setIsThere] = createSignal(true);
  const { container } = render(() => (
    <ul ref={animateRows}>
      <Show when={isThere()}>
        <li>
          Attic <PlainSecret secret="revealed-token" />
        </li>
      </Show>
    </ul>
  ));
  await settle();
  setIsThere(false);
  await settle();
  expect(container.textContent).toContain('Attic');
  expect(container.innerHTML).not.toContain('revealed-token');
});

it('leaves another list alone, and everything where less motion is wished', async () => {
  show('Attic');
  setRows(['1', '2', '3', '4', '5']);
  await settle();
  expect(movingRows()).toEqual([]);
  cleanup();
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  show('Attic');
  setRows(['Attic', 'Loft']);
  await settle();
  expect(movingRows()).toEqual([]);
});
