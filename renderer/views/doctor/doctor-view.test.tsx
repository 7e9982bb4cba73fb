import { fireEvent, screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../../shared/model/doctor-report.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { doctorReportText } from '../../../shared/words/doctor-facts.ts';
import { doctorTestReport } from '../../../shared/words/testing/doctor-report.ts';
import { DoctorView } from './doctor-view.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const titles = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
const locked = doctorTestReport({
  roundTrip: { kind: 'failed', error: { code: 'vault.locked' } },
  findings: ['collectionLocked', 'profileWasRebuilt'],
});

async function start(report: DoctorReport | null, change: Partial<State> = {}) {
  const rendered = renderWithUsher(() => <DoctorView />, change, {
    prepare: (bridge) =>
      bridge.answer('doctor.run', () =>
        report === null ? new Promise(() => undefined) : ok(report),
      ),
  });
  await settle();
  return rendered;
}

describe('the keychain doctor', () => {
  it('looks when it is opened, and says that it does', async () => {
    const { bridge } = await start(null);
    expect(bridge.calls('doctor.run')).toHaveLength(1);
    expect(screen.getByRole('status', { name: 'Checking the keychain…' })).toBeDefined();
    expect(button('Checking…').getAttribute('aria-busy')).toBe('true');
  });

  it('says that the keychain works, with the time it took, and shows the facts', async () => {
    const { announced } = await start(doctorTestReport());
    expect(titles()).toEqual(['Your keychain works', 'Details']);
    expect(document.body.textContent).toContain(
      'GNOME Keyring saved, read, and deleted a test entry',
    );
    expect(document.body.textContent).toContain('18 ms');
    expect(announced).toEqual(['Checked. Your keychain works.']);
    fireEvent.click(button('Details'));
    expect(screen.getByText('Default keyring').nextElementSibling?.textContent).toBe('Unlocked');
  });

  it('puts what is wrong first, with steps to copy', async () => {
    const { bridge, announced } = await start(locked);
    bridge.answer('text.copy', () => ok(null));
    expect(titles()).toEqual([
      'The keychain is locked',
      'The list of accounts couldn’t be read',
      'Details',
    ]);
    expect(announced).toEqual(['Checked. The keychain is locked.']);
    const card = within(screen.getByRole('region', { name: 'The keychain is locked' }));
    expect(card.getAllByRole('listitem').length).toBeGreaterThan(1);
    fireEvent.click(
      card.getByRole('button', { name: 'Copy command sudo apt-get install seahorse' }),
    );
    expect(bridge.calls('text.copy')).toEqual([{ text: 'sudo apt-get install seahorse' }]);
  });

  it('looks again when it is told to, and keeps what it knew meanwhile', async () => {
    const { bridge } = await start(locked);
    let answer: (() => void) | undefined;
    bridge.answer(
      'doctor.run',
      () => new Promise((resolve) => (answer = () => resolve(ok(doctorTestReport())))),
    );
    fireEvent.click(button('Check again'));
    expect(titles()[0]).toBe('The keychain is locked');
    answer?.();
    await settle();
    expect(titles()[0]).toBe('Your keychain works');
  });

  it('says that it waits for the person, who can give that up', async () => {
    const { bridge } = await start(null);
    bridge.answer('vault.cancelWaiting', () => ok(null));
    expect(screen.queryByText('Waiting for your keychain')).toBeNull();
    bridge.emit({ vaultActivity: { isWaiting: true } });
    expect(screen.getByText('Waiting for your keychain')).toBeDefined();
    fireEvent.click(button('Cancel'));
    expect(bridge.calls('vault.cancelWaiting')).toHaveLength(1);
  });

  it('copies the report as text', async () => {
    const { bridge } = await start(locked);
    bridge.answer('text.copy', () => ok(null));
    fireEvent.click(button('Copy report'));
    expect(bridge.calls('text.copy')).toEqual([{ text: doctorReportText(locked) }]);
  });

  it('goes back to the keychain, once it works, from a session without', async () => {
    const { bridge } = await start(doctorTestReport({ findings: ['sessionOnly'] }));
    bridge.answer('vault.check', () => ok({ kind: 'ready' }));
    bridge.answer('doctor.run', () => ok(doctorTestReport()));
    fireEvent.click(button('Use the keychain again'));
    await settle();
    expect(bridge.calls('vault.check')).toHaveLength(1);
    expect(titles()).toEqual(['Your keychain works', 'Details']);
  });

  it('does not offer that while the keychain fails', async () => {
    await start({ ...locked, findings: ['collectionLocked', 'sessionOnly'] });
    expect(screen.queryByRole('button', { name: 'Use the keychain again' })).toBeNull();
  });

  it('that cannot look says why, and can be asked again', async () => {
    const { bridge } = await start(doctorTestReport());
    bridge.answer('doctor.run', () => err({ code: 'internal', reference: '7f3a' }));
    fireEvent.click(button('Check again'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('7f3a');
    expect(titles()).toContain('Your keychain works');
  });
});
