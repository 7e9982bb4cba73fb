import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CodeCells } from './code-cells.tsx';

const onComplete = vi.fn();
const [code, setCode] = createSignal('');

beforeEach(() => {
  onComplete.mockReset();
  setCode('');
  render(() => (
    <CodeCells
      label="Verification code"
      length={6}
      value={code()}
      onInput={setCode}
      onComplete={onComplete}
    />
  ));
});
afterEach(cleanup);

const field = () => screen.getByLabelText<HTMLInputElement>('Verification code');
const type = (value: string) => fireEvent.input(field(), { target: { value } });

it('is sent with its last digit, and once', () => {
  type('41902');
  expect(onComplete).not.toHaveBeenCalled();
  type('419027');
  expect(onComplete).toHaveBeenCalledExactlyOnceWith('419027');
  type('4190278');
  expect(onComplete).toHaveBeenCalledOnce();
});

it('is filled by what is pasted, whatever stands between the digits', () => {
  type('Code: 419 027');
  expect(field().value).toBe('419027');
  expect(onComplete).toHaveBeenCalledExactlyOnceWith('419027');
});

it('can be corrected and is then sent again', () => {
  type('419027');
  type('41902');
  type('419028');
  expect(onComplete).toHaveBeenLastCalledWith('419028');
});
