import { rm } from 'node:fs/promises';
import path from 'node:path';
import { appId } from '../electron/process/client-identity.ts';
import { packagedExecutable, setFuses } from './packaging/fuses.mjs';
import { noticesFile } from './packaging/notices.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */

// Of this system: each is packaged on its own.
const binaries = 'prebuilds/${platform}-${arch}';
const keychainLibrary = ['package.json', 'LICENSE.md', 'lib/*.js', `${binaries}/keytar.node`];
const lockLibrary = ['package.json', 'LICENSE', `${binaries}/fs-native-extensions.node`];

/**
 * What the command line is made of. It lies beside the archive, where the computer's own Node can read it.
 *
 * @param {string} startFile
 */
const commandLine = (startFile) => [
  { from: 'out/cli', to: 'cli', filter: ['*.cjs'] },
  { from: `build/resources/command-line/${startFile}`, to: `cli/${startFile}` },
  { from: 'node_modules/keytar', to: 'cli/node_modules/keytar', filter: keychainLibrary },
  {
    from: 'node_modules/fs-native-extensions',
    to: 'cli/node_modules/fs-native-extensions',
    filter: lockLibrary,
  },
];

// In place of electron-builder's own, which link `/usr/bin` to the window.
const maintainerScripts = {
  afterInstall: 'build/resources/linux/after-install.sh',
  afterRemove: 'build/resources/linux/after-remove.sh',
};

// SECURITY: electron-builder's own also allow what a current Electron does not need: unsigned code in memory, and
// anybody's libraries.
const entitlements = 'build/resources/entitlements.mac.plist';

/** @type {Configuration} */
const configuration = {
  appId,
  productName: 'Usher',
  copyright: 'MIT licence. Not affiliated with Plex.',
  directories: { buildResources: 'build/resources', output: 'dist' },
  // Everything else the app is made of is built into these files; the keychain's library and the lock's are loaded as
  // they come.
  files: [
    'package.json',
    'out/app/**/*',
    '!out/app/built-from.txt',
    '!out/app/**/licenses-of-*.json',
    '!**/*.map',
    '!node_modules/**/*',
    ...keychainLibrary.map((file) => `node_modules/keytar/${file}`),
    ...lockLibrary.map((file) => `node_modules/fs-native-extensions/${file}`),
  ],
  extraResources: ['LICENSE', { from: noticesFile, to: 'NOTICES.txt' }],
  // SECURITY: what lies outside the archive is not covered by its integrity check: of the window's code two files, which
  // the system has to load. Nothing of `cli/` is ever loaded by the window.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // The page is in English, and so are its menus.
  electronLanguages: ['en', 'en-US'],
  // The library's binaries come with it.
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,

  // electron-builder's own list of fuses knows neither all of them nor `strictlyRequireAllFuses`.
  afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
    // A runtime that is unpacked already keeps Electron's own; ours is not started from anything but app.asar.
    const resources = packager.getResourcesDir(appOutDir);
    await rm(path.join(resources, 'default_app.asar'), { force: true });
    await setFuses(packagedExecutable(appOutDir, electronPlatformName), {
      inspectable: process.env['USHER_PACKAGE_INSPECTABLE'] === '1',
    });
  },

  mac: {
    extraResources: commandLine('usher'),
    category: 'public.app-category.utilities',
    icon: 'build/resources/icon.png',
    target: [
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ],
    // SECURITY: with library validation on, as it is by default, only what the same team signed is loaded. The keychain's
    // library and the lock's are signed with the rest of the app for that reason.
    hardenedRuntime: true,
    entitlements,
    entitlementsInherit: entitlements,
  },
  win: {
    extraResources: commandLine('usher.cmd'),
    icon: 'build/resources/icon.png',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
  },
  nsis: { oneClick: true, perMachine: false },
  linux: {
    extraResources: commandLine('usher'),
    icon: 'build/resources/icon.png',
    target: ['AppImage', 'deb', 'rpm'],
    // `usher` is the command line, here as everywhere.
    executableName: 'usher-window',
    category: 'Utility;Security',
    synopsis: 'A desktop token manager for Plex',
    description:
      'Sign in to Plex, see what each account and server is, and mint short-lived tokens.',
    vendor: 'Usher',
    maintainer: 'Usher',
    syncDesktopName: true,
    desktop: {
      entry: { Name: 'Usher', StartupWMClass: 'usher', Keywords: 'Plex;token;keychain;' },
    },
  },
  deb: {
    ...maintainerScripts,
    depends: [
      'libgtk-3-0 | libgtk-3-0t64',
      'libnss3',
      'libasound2 | libasound2t64',
      'libgbm1',
      'libxss1',
      'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
      'libdrm2',
      'libsecret-1-0',
      'xdg-utils',
    ],
    recommends: ['gnome-keyring | kwalletmanager'],
  },
  rpm: {
    ...maintainerScripts,
    depends: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'libXScrnSaver', 'libsecret', 'xdg-utils'],
  },
};

export { configuration as default };
