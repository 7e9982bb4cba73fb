/**
 * The formats that keep a text out of clipboard history and cloud clipboards, by platform: each its own raw format with
 * its bytes. `ExcludeClipboardContentFromMonitorProcessing` and the two `Can…` flags (a DWORD of 0) are Windows',
 * `org.nspasteboard.ConcealedType` is http://nspasteboard.org's, `x-kde-passwordManagerHint` is Klipper's and read by
 * other managers too.
 */
export function historyHints(platform: NodeJS.Platform): Readonly<Record<string, Uint8Array>> {
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
