import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { createSignal, For, Show } from 'solid-js';
import { afterEach, expect, it } from 'vitest';
import { Button } from './button.tsx';
import { SelectionBar, Table, TableRow } from './table.tsx';

afterEach(cleanup);

const devices = ['Living room', 'Work laptop'];

const show = () =>
  render(() => {
    const [chosen, setChosen] = createSignal<readonly string[]>([]);
    const toggle = (device: string, isChosen: boolean): void =>
      void setChosen((now) => [
        ...now.filter((one) => one !== device),
        ...(isChosen ? [device] : []),
      ]);
    return (
      <>
        <Show when={chosen().length > 0} fallback={<p>3 filters</p>}>
          <SelectionBar
            count={`${chosen().length} selected`}
            meaning="They’ll have to sign in again."
            actions={<Button>Revoke them</Button>}
            onClear={() => setChosen([])}
          />
        </Show>
        <Table
          label="Devices"
          columns={[{ label: 'Device' }, { label: 'Action', isHidden: true }]}
          all={{
            label: 'All devices',
            isChecked: chosen().length === devices.length,
            isMixed: chosen().length === 1,
            onChange: (isAll) => setChosen(isAll ? devices : []),
          }}
        >
          <For each={devices}>
            {(device) => (
              <TableRow
                chosen={{
                  label: device,
                  isChecked: chosen().includes(device),
                  onChange: (isChosen) => toggle(device, isChosen),
                }}
                cells={[device]}
                action={<Button>{`Revoke ${device}`}</Button>}
              />
            )}
          </For>
        </Table>
      </>
    );
  });
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

it('chooses a row by its box, and all of them by that of the head, which is in between meanwhile', () => {
  show();
  fireEvent.click(box('Living room'));
  expect([box('Living room').checked, box('Work laptop').checked]).toEqual([true, false]);
  expect([box('All devices').checked, box('All devices').indeterminate]).toEqual([false, true]);
  fireEvent.click(box('Work laptop'));
  expect([box('All devices').checked, box('All devices').indeterminate]).toEqual([true, false]);
  fireEvent.click(box('All devices'));
  expect(devices.map((device) => box(device).checked)).toEqual([false, false]);
});

it('names its columns for readers, also one that only has what can be done', () => {
  show();
  const table = within(screen.getByRole('table', { name: 'Devices' }));
  expect(table.getByRole('columnheader', { name: 'Action' })).toBeDefined();
  expect(table.getByRole('button', { name: 'Revoke Work laptop' })).toBeDefined();
});

it('says how many are chosen and what that will mean, in place of the toolbar', () => {
  show();
  expect(screen.queryByRole('status')).toBeNull();
  fireEvent.click(box('All devices'));
  expect(screen.getByRole('status').textContent).toContain(
    '2 selected They’ll have to sign in again.',
  );
  expect(screen.queryByText('3 filters')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Clear selection' }));
  expect(screen.getByText('3 filters')).toBeDefined();
  expect(box('All devices').checked).toBe(false);
});
