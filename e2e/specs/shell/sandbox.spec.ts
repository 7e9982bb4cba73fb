import { _electron, expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { askUntilAnswered } from '../../fixtures/ask-until-answered.ts';
import { holdUntilAttached } from '../../fixtures/hold-until-attached.ts';
import { makeUnprivilegedCopy, type UnprivilegedCopy } from '../../fixtures/unprivileged-copy.ts';
import { test as usherTest } from '../../fixtures/usher-test.ts';

const test = usherTest.extend<{ readonly copy: UnprivilegedCopy }>({
  copy: async ({}, use) => {
    const copy = await makeUnprivilegedCopy();
    await use(copy);
    await copy.remove();
  },
});

const readStatus = async (pid: number): Promise<Record<string, string>> => {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  const fields = [...text.matchAll(/^(\w+):\s*(.*)$/gm)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
};

test.describe('The sandbox', () => {
  test('holds the page of a user without rights, and the page works in it', async ({
    copy,
    desk,
    plex,
  }) => {
    const { DISPLAY = '', PATH = '' } = desk.env;
    const electron = await _electron.launch({
      // Playwright goes without by itself.
      chromiumSandbox: true,
      executablePath: copy.executable,
      args: [
        ...(await holdUntilAttached(copy.appFolder)),
        ...['--disable-gpu', '--disable-software-rasterizer', copy.appFolder],
      ],
      env: { DISPLAY, PATH, USHER_PLEX_URL: plex.baseUrl, USHER_PROFILE: copy.profileFolder },
    });
    askUntilAnswered(electron);
    const page = await electron.firstWindow();
    await expect(page.getByRole('heading', { name: 'Welcome to Usher' })).toBeVisible();
    expect(await page.title()).toBe('Usher');
    const { pid, hasSwitch } = await electron.evaluate(({ app, BrowserWindow }) => ({
      pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      hasSwitch: app.commandLine.hasSwitch('no-sandbox'),
    }));
    expect(hasSwitch).toBe(false);
    const status = await readStatus(pid);
    expect(status).toMatchObject({ Seccomp: '2', NoNewPrivs: '1' });
    expect(status['Uid']?.split('\t')[0]).toBe(String(copy.userId));
    // Processes of its own numbering: it sees no other.
    expect(status['NSpid']?.split('\t').length).toBeGreaterThan(1);
    const filter = await readFile(`/proc/${pid}/coredump_filter`, 'utf8');
    expect(Number.parseInt(filter, 16)).toBe(0);
    await electron.close();
  });
});
