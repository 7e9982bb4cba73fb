import { expect, test } from 'vitest';
import { refusedSwitches } from './refused-switches.ts';

const refused = (...args: string[]): readonly string[] => refusedSwitches(args, 'linux');

test.each([
  [
    '--remote-debugging-port=9222',
    'whoever reaches the port reads the page and presses its buttons',
  ],
  ['--remote-debugging-pipe', 'as does whoever started it'],
  ['--remote-debugging-address=0.0.0.0', 'on any network'],
  ['--remote-allow-origins=*', 'and any page of a browser'],
  ['--inspect=9229', 'a debugger of main reads every secret'],
  ['--inspect-brk', 'from its first line on'],
  ['--js-flags=--expose-gc', 'the engine of main does what the flags say'],
  ['--require=/tmp/code.js', 'code of anybody runs in main'],
  ['--load-extension=/tmp/extension', 'code of anybody runs in the page'],
  ['--gtk-module=/tmp/library.so', 'GTK loads code of anybody'],
  ['--gpu-launcher=/tmp/program', 'Chromium starts a program of anybody'],
  ['--utility-cmd-prefix=/tmp/program', 'and hands it the keychain’s process'],
  ['--ignore-certificate-errors', 'whoever is in the way reads every token'],
  ['--ignore-certificate-errors-spki-list=AAAA', 'or who has that key'],
  ['--allow-insecure-localhost', 'or runs on this computer'],
  ['--ssl-version-max=tls1.2', 'TLS is weaker than it has to be'],
  ['--ssl-key-log-file=/tmp/keys', 'the keys of every connection are in a file'],
  ['--log-net-log=/tmp/log', 'headers, tokens among them, are in a file'],
  ['--net-log-capture-mode=Everything', 'all of them'],
  ['--enable-logging=file', 'addresses are in a file'],
  ['--host-rules=MAP * 127.0.0.1', 'a name leads elsewhere'],
  ['--host-resolver-rules=MAP * 127.0.0.1', 'a name leads elsewhere'],
  [
    '--proxy-server=127.0.0.1:8080',
    'requests go past somebody whom the system’s settings do not name',
  ],
  ['--proxy-pac-url=http://127.0.0.1/pac', 'who is told each address'],
  ['--proxy-bypass-list=*', 'the proxy that leads the page nowhere is left out'],
  ['--no-proxy-server', 'it is not used at all'],
  ['--auth-server-whitelist=*', 'the person’s sign-in to Windows goes to any server'],
  ['--auth-negotiate-delegate-whitelist=*', 'with the right to act for them'],
  ['--client-certificate=/tmp/certificate', 'somebody’s certificate is shown'],
  ['--disable-web-security', 'the page reads what others answer'],
  ['--allow-running-insecure-content', 'the page takes what plain http brings'],
  ['--disable-site-isolation-trials', 'a foreign frame shares the page’s process'],
  ['--single-process', 'the page shares main’s'],
  [
    '--user-data-dir=/tmp/profile',
    'a profile made by somebody else says where accounts and servers are',
  ],
  ['--disable-features=NetworkServiceSandbox', 'what protects is switched off'],
  ['--enable-features=WaylandWindowDecorations,Other', 'what endangers is switched on'],
  ['--enable-blink-features=Other', 'in the page too'],
  ['--force-fieldtrials=Trial/Group', 'or by way of an experiment'],
  ['--password-store=gnome-libsecret', 'Chromium asks for a keychain of its own'],
  ['--not-known-yet', 'nobody knows what it does'],
])('an installed Usher refuses %s: %s', (arg) => {
  expect(refused(arg)).toEqual([/^--([^=]+)/.exec(arg)?.[1]]);
});

test.each([
  [[]],
  [['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer', '--use-angle=gl']],
  [['--ozone-platform=wayland', '--enable-features=UseOzonePlatform,WaylandWindowDecorations']],
  [['--force-device-scale-factor=1.5', '--force-renderer-accessibility', '--lang=de']],
  [['-psn_0_12345']],
  [['/home/robin/a file', 'a=b', '-', '--']],
])('an installed Usher takes %j', (args) => {
  expect(refused(...args)).toEqual([]);
});

test('a switch is known in every form that Chromium takes, and named without its value', () => {
  expect(refused('-proxy-server=one', '--', '--user-data-dir=two', '--no-sandbox')).toEqual([
    'proxy-server',
    'user-data-dir',
  ]);
  expect(refused(' --proxy-server=one', '\t-user-data-dir', '\n --no-sandbox ')).toEqual([
    'proxy-server',
    'user-data-dir',
  ]);
  expect(refusedSwitches(['\u0085/proxy-server=one'], 'win32')).toEqual(['proxy-server']);
  expect(refusedSwitches(['/proxy-server=one', 'C:\\a folder', '-Embedding'], 'win32')).toEqual([
    'proxy-server',
  ]);
});
