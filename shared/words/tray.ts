import { nameWithin } from './formats.ts';
import { catalogue } from './language.ts';

/** Words of the item in the tray or menu bar, and of what is told while there is no window. */
export const trayText = catalogue({
  en: {
    /** `account` is left out where there is but one. */
    copyToken: (server: string, account: string | null): string =>
      account === null
        ? `Copy token for ${nameWithin(server)}`
        : `Copy token for ${nameWithin(server)} (${nameWithin(account)})`,
    moreServers: 'More servers…',
    attention: (name: string, text: string): string => `${nameWithin(name)}: ${text}`,
    clear: (time: string): string => `Clear clipboard (clears at ${time})`,
    clearNow: 'Clear clipboard',
    identify: 'Identify clipboard',
    open: 'Open Usher',
    settings: 'Settings…',
    quit: 'Quit Usher',
    tooltip: 'Usher',
    copied: (server: string) => ({
      title: `Token for ${server} copied`,
      clearsAt: (time: string): string => `Clears at ${time}.`,
    }),
    /** When the window is closed for the first time. */
    staysInTray: {
      title: 'Usher keeps running',
      body: 'It’s in the tray. To quit when you close the window, turn this off in Settings.',
    },
    staysInMenuBar: {
      title: 'Usher keeps running',
      body: 'It’s in the menu bar. To take it out of there, turn this off in Settings.',
    },
  },
});
