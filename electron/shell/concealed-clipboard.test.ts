import { describe, expect, test } from 'vitest';
import { writeConcealed } from './concealed-clipboard.ts';

/** Electron's clipboard as of 44: it keeps what one write committed. */
function createFormatsClipboard() {
  const writes: Record<string, string | Blob>[] = [];
  class Item {
    readonly formats: Record<string, string | Blob>;
    constructor(formats: Record<string, string | Blob>) {
      this.formats = formats;
    }
  }
  return {
    Item,
    writes,
    writeText: (text: string): void => {
      writes.push({ 'text/plain': text });
    },
    write: ([item]: Item[]): Promise<void> => {
      if (item !== undefined) writes.push(item.formats);
      return Promise.resolve();
    },
  };
}

const raw = (name: string): string => `electron application/osclipboard;format="${name}"`;

async function bytesOf(payload: string | Blob | undefined): Promise<number[]> {
  if (!(payload instanceof Blob)) throw new Error('no raw bytes');
  return [...new Uint8Array(await payload.arrayBuffer())];
}

describe('a secret on the clipboard', () => {
  test.each([
    [
      'win32',
      {
        ExcludeClipboardContentFromMonitorProcessing: [0, 0, 0, 0],
        CanIncludeInClipboardHistory: [0, 0, 0, 0],
        CanUploadToCloudClipboard: [0, 0, 0, 0],
      },
    ],
    ['darwin', { 'org.nspasteboard.ConcealedType': [] }],
    ['linux', { 'x-kde-passwordManagerHint': [...new TextEncoder().encode('secret')] }],
  ] as const)('carries the hints of %s, in one write with the text', async (platform, hints) => {
    const clipboard = createFormatsClipboard();
    expect(await writeConcealed(clipboard, clipboard.Item, platform, 'a token')).toBe(true);
    expect(clipboard.writes).toHaveLength(1);
    const [formats] = clipboard.writes;
    expect(formats?.['text/plain']).toBe('a token');
    for (const [name, bytes] of Object.entries(hints)) {
      expect(await bytesOf(formats?.[raw(name)])).toEqual(bytes);
    }
  });

  test('is text alone where the runtime cannot write formats together, and says so', async () => {
    const clipboard = createFormatsClipboard();
    expect(await writeConcealed(clipboard, undefined, 'win32', 'a token')).toBe(false);
    expect(clipboard.writes).toEqual([{ 'text/plain': 'a token' }]);
  });
});
