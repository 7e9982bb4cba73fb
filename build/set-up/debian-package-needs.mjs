/**
 * What a Debian or Ubuntu needs beyond its base; where a package was renamed, all its names.
 */
export const debianPackageNeeds = Object.freeze({
  /** The keychain. */
  terminal: [['libsecret-1-0']],
  /** Electron and letters for every name, wherever a window opens. */
  window: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libxss1'],
    ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    ['libdrm2'],
    ['fonts-dejavu-core'],
    ['fonts-noto-color-emoji'],
  ],
  /**
   * A desktop session where there is none, certificates of the tests' own for it, and the shells that completions are
   * tried in.
   */
  headless: [
    ['xvfb'],
    ['xclip'],
    ['dbus'],
    ['gnome-keyring'],
    ['libsecret-tools'],
    ['libnss3-tools'],
    ['zsh'],
    ['fish'],
  ],
});
