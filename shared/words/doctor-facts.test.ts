import { describe, expect, it } from 'vitest';
import { doctorReportText } from './doctor-facts.ts';
import { doctorTestReport } from './testing/doctor-report.ts';

describe('the text for a bug report', () => {
  it('is the whole report, and nothing else', () => {
    const report = doctorTestReport({
      roundTrip: { kind: 'failed', error: { code: 'vault.unavailable', reason: 'noCollection' } },
      findings: ['noCollection', 'sessionOnly'],
    });
    expect(doctorReportText(report)).toBe(`Usher keychain report
2026-11-24T12:00:00.000Z

Problems
- The keychain hasn’t been set up (noCollection)
- Usher isn’t using the keychain (sessionOnly)

This computer
- System: Linux 6.8.0-41-generic
- Desktop: ubuntu:GNOME
- Session type: wayland
- Package manager: apt
- Sandbox: None
- Usher: 0.1.0
- Runtime: Electron 45.4.1

Keychain
- D-Bus: Responding
- Secret Service: Running
- Provider: gnome-keyring-d
- Default keyring: Unlocked
- Write, read, delete: Failed: The keychain hasn’t been set up
- Error code: vault.unavailable (noCollection)

Stored tokens
- Account list: Read
- Expected: 41
- Found: 37
- Missing: 3
- Couldn’t be read: 5
- In memory until you quit: 7
- Pending cleanup: 9
`);
  });

  it('says so when nothing is wrong, with the time the test took', () => {
    const text = doctorReportText(doctorTestReport());
    expect(text).toContain('Problems\nNone');
    expect(text).toContain('Write, read, delete: Passed in 18 ms');
  });

  it('leaves out what a system does not have', () => {
    const text = doctorReportText(
      doctorTestReport(
        { secretService: null },
        { platform: 'win32', platformVersion: '10.0.26100', desktop: null, packageTool: null },
      ),
    );
    expect(text).toContain('System: Windows 10.0.26100');
    expect(text).toContain('Secret Service: Not used on this system');
    expect(text).not.toMatch(/Desktop|Package manager|D-Bus|null|undefined/);
  });

  it('keeps what the environment says on one line of bounded length', () => {
    const text = doctorReportText(
      doctorTestReport({}, { desktop: `GNOME\n- Found: 99\u202E${'x'.repeat(5000)}` }),
    );
    expect(text).not.toContain('\u202E');
    expect(text.match(/^- Found: .+$/gm)).toEqual(['- Found: 37']);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(160);
  });
});
