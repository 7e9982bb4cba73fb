import { rm } from 'node:fs/promises';
import path from 'node:path';
import { packagedExecutable } from './packaging/packaged-executable.mjs';
import { setFuses } from './packaging/set-fuses.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */

/** @type {Configuration} */
const configuration = {
  appId: 'app.usher.desktop',
  productName: 'Usher',
  copyright: 'MIT licence. Not affiliated with Plex.',
  directories: { buildResources: 'build/resources', output: 'dist' },
  // Everything else the app is made of is built into these files; the keychain's library and the lock's are loaded as
  // they come.
  files: [
    'package.json',
    'out/app/**/*',
    '!out/app/built-from.txt',
    '!**/*.map',
    '!node_modules/**/*',
    'node_modules/keytar/package.json',
    'node_modules/keytar/LICENSE.md',
    'node_modules/keytar/lib/*.js',
    // Of this system: each is packaged on its own.
    'node_modules/keytar/prebuilds/${platform}-${arch}/keytar.node',
    'node_modules/fs-native-extensions/package.json',
    'node_modules/fs-native-extensions/LICENSE',
    'node_modules/fs-native-extensions/prebuilds/${platform}-${arch}/fs-native-extensions.node',
  ],
  extraResources: ['LICENSE'],
  // SECURITY: what lies outside the archive is not covered by its integrity check: two files, which the system has to load.
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
    category: 'public.app-category.utilities',
    icon: 'build/resources/icon.png',
    target: [
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ],
    hardenedRuntime: true,
  },
  win: {
    icon: 'build/resources/icon.png',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
  },
  nsis: { oneClick: true, perMachine: false },
  linux: {
    icon: 'build/resources/icon.png',
    target: ['AppImage', 'deb', 'rpm'],
    executableName: 'usher',
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
    depends: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'libXScrnSaver', 'libsecret', 'xdg-utils'],
  },
};

export { configuration as default };
