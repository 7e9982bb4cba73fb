/** The clipboard of Electron 44 and later, as far as it is needed here. */
export interface FormatsClipboard<Item> {
  writeText(text: string): Promise<void> | void;
  /** All formats of one call are committed at once (https://www.electronjs.org/docs/latest/api/clipboard). */
  write(items: Item[]): Promise<void>;
}

export type ItemConstructor<Item> = new (formats: Record<string, string | Blob>) => Item;

/**
 * Writes a secret together with the platform's history hints, in one atomic write, where the runtime can (`Item` is
 * missing before Electron 44); else the text alone. Answers whether the hints are there.
 */
export async function writeConcealed<Item>(
  clipboard: FormatsClipboard<Item>,
  Item: ItemConstructor<Item> | undefined,
  platform: NodeJS.Platform,
  text: string,
): Promise<boolean> {
  const hints = Object.entries(historyHints(platform));
  if (Item === undefined || hints.length === 0) {
    await clipboard.writeText(text);
    return false;
  }
  const formats: Record<string, string | Blob> = { 'text/plain': text };
  for (const [name, bytes] of hints) {
    formats[`electron application/osclipboard;format="${name}"`] = new Blob([
      new Uint8Array(bytes),
    ]);
  }
  await clipboard.write([new Item(formats)]);
  return true;
}

/**
 * The formats that keep a text out of clipboard history and cloud clipboards, by platform: each its own raw format with
 * its bytes. `ExcludeClipboardContentFromMonitorProcessing` and the two `Can…` flags (a DWORD of 0) are Windows',
 * `org.nspasteboard.ConcealedType` is http://nspasteboard.org's, `x-kde-passwordManagerHint` is Klipper's and read by
 * other managers too.
 */
function historyHints(platform: NodeJS.Platform): Readonly<Record<string, Uint8Array>> {
  const no = new Uint8Array(4);
  switch (platform) {
    case 'win32':
      return {
        ExcludeClipboardContentFromMonitorProcessing: no,
        CanIncludeInClipboardHistory: no,
        CanUploadToCloudClipboard: no,
      };
    case 'darwin':
      return { 'org.nspasteboard.ConcealedType': new Uint8Array(0) };
    case 'linux':
      return { 'x-kde-passwordManagerHint': new TextEncoder().encode('secret') };
    default:
      return {};
  }
}
