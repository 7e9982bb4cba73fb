import { fireEvent, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { LinkDialog } from './link-dialog.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const account = testData.account();
const field = () => screen.getByLabelText<HTMLInputElement>('Code');
const type = (value: string) => fireEvent.input(field(), { target: { value } });

function start() {
  const onClose = vi.fn();
  return renderWithUsher(() => <LinkDialog account={account} isOpen onClose={onClose} />);
}

describe('linking a device', () => {
  it.each([
    ['done', ok(null)],
    ['failed', err({ code: 'link.codeUnknown' } as const)],
  ])('that was given up says nothing in the next dialog when it is %s', async (_how, answer) => {
    const [isOpen, setIsOpen] = createSignal(true);
    const { bridge } = renderWithUsher(() => (
      <LinkDialog account={account} isOpen={isOpen()} onClose={() => setIsOpen(false)} />
    ));
    let plexAnswers: (result: typeof answer) => void = () => undefined;
    bridge.answer('device.link', () => new Promise((resolve) => (plexAnswers = resolve)));
    type('AB2D');
    fireEvent.submit(field());
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    setIsOpen(true);
    plexAnswers(answer);
    await settle();
    expect(screen.getByRole('dialog', { name: 'Link a device' })).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says before what it gives away, and to whose account', () => {
    const { bridge } = start();
    const text = screen.getByRole('dialog', { name: 'Link a device' }).textContent;
    expect(text).toContain('This gives the device full access');
    expect(text).toContain('Maja Lind');
    expect(bridge.calls('device.link')).toEqual([]);
  });

  it('sends the code as Plex writes it, and shows which device it was', async () => {
    const { bridge, announced } = start();
    const device = testData.device({ name: 'Living room', product: 'Plex for TV' });
    bridge.answer('device.link', () => ok(device));
    type('ab-2d');
    fireEvent.submit(field());
    await settle();
    expect(bridge.calls('device.link')).toEqual([{ accountId: account.id, code: 'AB2D' }]);
    const text = screen.getByRole('dialog', { name: 'The device is linked' }).textContent;
    expect(text).toContain('Living room');
    expect(announced.at(-1)).toBe('The device is linked.');
  });

  it('says so when Plex didn’t say which device it was', async () => {
    const { bridge } = start();
    bridge.answer('device.link', () => ok(null));
    type('AB2D');
    fireEvent.submit(field());
    await settle();
    expect(screen.getByRole('dialog').textContent).toContain('Plex didn’t say which device');
  });

  it.each([
    ['zzFAKEzzACCOUNTzz001', 'That’s a token, not a link code'],
    ['claim-zzFAKEzz', 'This is a claim code'],
  ])('takes %s out of the field at once, and does not send it', async (text, title) => {
    const { bridge } = start();
    type(text);
    expect(field().value).toBe('');
    expect(screen.getByRole('alert').textContent).toContain(title);
    fireEvent.submit(field());
    await settle();
    expect(bridge.calls('device.link')).toEqual([]);
  });

  it('does not send what is too short', async () => {
    const { bridge } = start();
    type('AB2');
    fireEvent.submit(field());
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('too short');
    expect(bridge.calls('device.link')).toEqual([]);
  });

  it('names a code that nobody waits with, until another one is typed', async () => {
    const { bridge } = start();
    const details = 'Code not found (code 1020, status 404)';
    bridge.answer('device.link', () => err({ code: 'link.codeUnknown', details }));
    type('AB2D');
    fireEvent.submit(field());
    await settle();
    expect(screen.getByText(details).closest('details')?.open).toBe(false);
    expect(screen.getByRole('alert').textContent).toContain('No device is waiting with this code');
    type('AB2E');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
