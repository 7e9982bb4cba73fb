import { app } from 'electron';

/** To be called before the app is ready. */
export function setChromiumSwitches(): void {
  // SECURITY: Chromium's own password store is not used, and would ask the keychain at every start.
  app.commandLine.appendSwitch('password-store', 'basic');
  app.commandLine.appendSwitch('use-mock-keychain');
  // SECURITY: a page may have names looked up that its policy forbids it to load from, and a name can carry data out.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}
