import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Combobox } from './combobox.tsx';

const onChoose = vi.fn();
const onUseTyped = vi.fn();
const [text, setText] = createSignal('');

beforeEach(() => {
  vi.resetAllMocks();
  setText('');
  render(() => (
    <Combobox
      label="Server"
      value={text()}
      onInput={setText}
      options={[
        { value: '1', label: 'Attic', detail: 'robin' },
        { value: '2', label: 'Loft' },
        { value: '3', label: 'Great hall' },
      ]}
      onChoose={onChoose}
      typedLabel={(typed) => `Use “${typed}” as typed`}
      onUseTyped={onUseTyped}
    />
  ));
});
afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Server' });
const entries = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const marked = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

it('finds what holds the typed text, shows it bold, and takes the first on Enter', () => {
  type('at');
  expect(entries()).toEqual(['Atticrobin', 'Great hall', 'Use “at” as typed']);
  expect(screen.getAllByText(/^at$/i).map(({ tagName }) => tagName)).toEqual(['B', 'B']);
  press('Enter');
  expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ value: '1' }));
  expect(entries()).toEqual([]);
});

it('takes the text as it was typed by its last entry, which the arrows reach from above', () => {
  type('at');
  press('ArrowUp');
  expect(marked()).toBe('Use “at” as typed');
  press('Enter');
  expect(onUseTyped).toHaveBeenCalledWith('at');
  expect(onChoose).not.toHaveBeenCalled();
});

it('closes on Escape, which then does nothing else, and keeps what was typed', () => {
  const around = vi.fn();
  document.body.addEventListener('keydown', around, { once: true });
  type('lo');
  press('Escape');
  expect(entries()).toEqual([]);
  expect(field().value).toBe('lo');
  expect(around).not.toHaveBeenCalled();
});

it('is worked by the pointer too', () => {
  fireEvent.click(field());
  fireEvent.click(screen.getByRole('option', { name: 'Loft' }));
  expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ value: '2' }));
});

it('leaves Enter to an input method that puts a word together', () => {
  type('at');
  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
  expect(entries()).toHaveLength(3);
});

it('marks the one that is in the field, and not the first of all', () => {
  type('3');
  expect(marked()).toBe('Great hall');
});
