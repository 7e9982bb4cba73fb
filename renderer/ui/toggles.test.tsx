import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, expect, it, vi } from 'vitest';
import { err } from '../../shared/result.ts';
import { Checkbox, Switch } from './checkbox.tsx';
import { Segments } from './segments.tsx';

afterEach(cleanup);

it('a switch that could not be changed goes back to what holds', async () => {
  const failure = Promise.resolve(err({ code: 'clipboard.failed' as const }));
  render(() => <Switch label="Notify me" isChecked={false} onChange={() => failure} />);
  const toggle = screen.getByRole<HTMLInputElement>('switch', { name: 'Notify me' });
  fireEvent.click(toggle);
  expect(toggle.checked).toBe(true);
  await failure;
  expect(toggle.checked).toBe(false);
});

it('a checkbox for some of its things says so, and a press chooses all', () => {
  const onChange = vi.fn();
  const [isMixed, setIsMixed] = createSignal(true);
  render(() => (
    <Checkbox label="All devices" isChecked={false} isMixed={isMixed()} onChange={onChange} />
  ));
  const box = screen.getByRole<HTMLInputElement>('checkbox');
  expect(box.indeterminate).toBe(true);
  fireEvent.click(box);
  expect(onChange).toHaveBeenCalledWith(true);
  setIsMixed(false);
  expect(box.indeterminate).toBe(false);
});

it('one of the segments holds, and is changed by another', () => {
  const [shown, setShown] = createSignal('all');
  render(() => (
    <Segments
      label="Show servers"
      value={shown()}
      onChange={setShown}
      options={[
        { value: 'all', label: 'All', count: 6 },
        { value: 'online', label: 'Online', count: 5 },
      ]}
    />
  ));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'All 6' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'Online 5' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Online 5' }).checked).toBe(true);
});
