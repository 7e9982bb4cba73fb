type AllowedValues = 'any value' | ReadonlySet<string>;

/**
 * SECURITY: what an installed Usher may be started with. Chromium, Node and GTK know more than a thousand switches, and
 * every release brings new ones: a port to debug on, certificates that count as good, names and proxies that lead
 * elsewhere, keys and requests written to files, code that is loaded. So whatever is not on this list is refused.
 */
const harmless: ReadonlyMap<string, AllowedValues> = new Map<string, AllowedValues>([
  // Chromium does not run without it as root or where the system has no user namespaces, and an AppImage adds it there by
  // itself. It is our own page that then goes without, which holds no secret.
  ['no-sandbox', 'any value'],
  // How the window is drawn, for a graphics driver that fails.
  ['disable-gpu', 'any value'],
  ['disable-gpu-compositing', 'any value'],
  ['disable-software-rasterizer', 'any value'],
  ['disable-dev-shm-usage', 'any value'],
  ['use-gl', 'any value'],
  ['use-angle', 'any value'],
  // Where it is shown, and how text gets in; the distributions' start scripts for Wayland add these.
  ['ozone-platform', 'any value'],
  ['ozone-platform-hint', 'any value'],
  ['enable-wayland-ime', 'any value'],
  ['wayland-text-input-version', 'any value'],
  ['enable-features', new Set(['UseOzonePlatform', 'WaylandWindowDecorations'])],
  // What a person may need to read it.
  ['force-device-scale-factor', 'any value'],
  ['force-renderer-accessibility', 'any value'],
  ['lang', 'any value'],
  // Windows starts the program so for a click on a notification.
  ['Embedding', 'any value'],
]);

/** The serial number that older macOS gives to a program it starts. */
const macSerialNumber = /^psn_\d+_\d+$/;

/** White space around an argument; on Windows U+0085 counts as such, which is none for JavaScript. */
const droppedByChromium = /^[\s\u0085]+|[\s\u0085]+$/g;

/** The names of the switches among the arguments that are not known to be harmless. */
export function refusedSwitches(
  args: readonly string[],
  platform: NodeJS.Platform,
): readonly string[] {
  // As Chromium reads them, but also behind `--`: Electron looks for `--user-data-dir` in all of them.
  const form = platform === 'win32' ? /^(?:--?|\/)([^=]+)(?:=(.*))?$/s : /^--?([^=]+)(?:=(.*))?$/s;
  return args
    .map((arg) => arg.replaceAll(droppedByChromium, ''))
    .map((arg) => form.exec(arg))
    .filter((match) => match !== null)
    .map(([, name = '', value = '']) => ({ name, value }))
    .filter(({ name, value }) => name !== '-' && !isHarmless(name, value))
    .map(({ name }) => name);
}

function isHarmless(name: string, value: string): boolean {
  const allowed = harmless.get(name);
  if (allowed === undefined) return macSerialNumber.test(name);
  return allowed === 'any value' || value.split(',').every((one) => allowed.has(one));
}
