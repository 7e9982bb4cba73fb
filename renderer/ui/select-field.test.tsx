import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SelectField } from './select-field.tsx';

const [value, setValue] = createSignal('raw');
const onChange = vi.fn((next: string) => {
  setValue(next);
  return undefined;
});

beforeEach(() => {
  setValue('raw');
  onChange.mockClear();
  render(() => (
    <SelectField
      label="Copy tokens as"
      value={value()}
      options={[
        { value: 'raw', label: 'Just the token', preview: '••••d6e3' },
        { value: 'header', label: 'Header' },
        { value: 'curl', label: 'curl command' },
      ]}
      onChange={onChange}
    />
  ));
});
afterEach(cleanup);

const field = () => screen.getByRole('combobox', { name: 'Copy tokens as' });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const marked = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

it('opens at what holds, and takes what the keys mark', () => {
  press('ArrowDown');
  expect(marked()).toContain('Just the token');
  press('ArrowDown');
  expect(marked()).toBe('Header');
  press('End');
  press('ArrowDown');
  expect(marked()).toBe('curl command');
  press('Enter');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('curl');
  expect(field().textContent).toBe('curl command');
  expect(screen.queryByRole('option')).toBeNull();
});

it('goes to what begins with a letter, closed or open', () => {
  press('c');
  expect(marked()).toBe('curl command');
  press('h');
  expect(marked()).toBe('Header');
  press(' ');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('header');
});

it('changes nothing on Escape, which then does nothing else, nor when it is left', () => {
  const around = vi.fn();
  document.body.addEventListener('keydown', around, { once: true });
  press('ArrowDown');
  press('ArrowDown');
  press('Escape');
  expect(around).not.toHaveBeenCalled();
  expect(screen.queryByRole('option')).toBeNull();
  fireEvent.click(field());
  fireEvent.blur(field());
  expect(screen.queryByRole('option')).toBeNull();
  expect(onChange).not.toHaveBeenCalled();
  document.body.removeEventListener('keydown', around);
});
