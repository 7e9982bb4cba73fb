import type { DeviceKind } from '../model/device.ts';
import { countOf, numberText, pluralOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

const count = (devices: number): string => countOf(devices, { one: 'device', other: 'devices' });

/** Words of the Devices view. */
export const deviceText = catalogue({
  en: {
    title: 'Devices',
    note: 'Everything that is signed in to this account. Revoking a device ends its tokens: it has to sign in again.',
    refresh: 'Refresh',
    refreshing: 'Asking plex.tv…',
    count,
    found: (found: number, all: number) => `${count(found)} of ${all}`,
    asked: <Part>(when: Part): Around<Part> => ['updated ', when],
    more: (devices: number) =>
      `Show ${countOf(devices, { one: 'more device', other: 'more devices' })}`,
    search: 'Search devices',
    searchHint: 'Name, product, platform or address',
    sort: 'Sort by',
    sorts: {
      newest: 'Last seen, newest first',
      oldest: 'Last seen, oldest first',
      name: 'Name',
    },
    unnamed: 'Unnamed device',
    groups: {
      here: 'This Usher',
      usher: 'Other installations of Usher',
      other: 'Apps and players',
      server: 'Media servers',
    } satisfies Record<DeviceKind, string>,
    groupNotes: {
      here: null,
      usher: 'Left by an installation that is gone, or in use on another computer.',
      other: null,
      server: 'A server that is revoked is signed out of Plex and has to be claimed again.',
    } satisfies Record<DeviceKind, string | null>,
    sameComputer: 'name of this computer',
    notConfirmed: 'not confirmed',
    stillListed: 'still listed',
    lastSeen: (when: string) => `Last seen ${when}`,
    neverSeen: 'Last seen: unknown',
    added: (date: string) => `added ${date}`,
    selectAll: 'Select all',
    selectAllOf: (group: string) => `Select all: ${group}`,
    select: (name: string) => `Select ${name}`,
    selected: (devices: number) => `${devices} selected`,
    clearSelection: 'Clear',
    tooMany: (most: number) => `At most ${numberText(most)} at a time`,
    revoke: 'Revoke',
    revokeLabel: (name: string) => `Revoke ${name}`,
    revokeSelected: (devices: number) => `Revoke ${count(devices)}`,
    unreadable: {
      title: (entries: number) =>
        `${countOf(entries, { one: 'entry', other: 'entries' })} without a number`,
      text: 'Plex sent them without the number that tells devices apart, so Usher can neither show nor revoke them.',
    },
    empty: {
      title: 'Plex lists no devices',
      text: 'Not even this Usher, which has just asked. Ask again in a moment.',
    },
    noneFound: {
      title: 'Nothing found',
      text: (query: string) =>
        `No device has “${query}” in its name, product, platform, address or identifier.`,
      clear: 'Clear search',
    },
    gone: { title: 'This account is no longer here', text: 'It was signed out or removed.' },
    andMore: (names: number) => `and ${numberText(names)} more`,
    confirm: {
      title: (name: string) => `Revoke ${name}?`,
      titleOfSeveral: (devices: number) => `Revoke ${count(devices)}?`,
      text: 'Plex ends its tokens. It stays signed out until somebody signs in on it again.',
      textOfSeveral:
        'Plex ends their tokens. Each stays signed out until somebody signs in on it again.',
      action: 'Revoke device',
      actionHere: 'Revoke and sign out here',
      here: {
        title: (account: string) => `This signs ${account} out here`,
        text: 'It is the Usher you are using. Its token stops working at once, and so does whatever you gave that token to. The account keeps its place, and you can sign in again.',
        last: 'It is revoked last, and only if everything before it went well.',
      },
      server: {
        title: (servers: number) =>
          pluralOf(servers, {
            one: 'One is a media server',
            other: `${servers} are media servers`,
          }),
        text: 'It is signed out of Plex: nobody reaches it through the account until it is claimed again.',
      },
      usher: {
        title: 'Another Usher may be in use',
        text: 'If it is installed on another computer, the account is signed out there.',
      },
    },
    running: {
      title: (done: number, all: number) => `Revoking ${Math.min(done + 1, all)} of ${all}`,
      starting: 'Asking plex.tv for the list first…',
      proving: 'Asking plex.tv for the list again',
      provingDetail: 'Only the list tells what is gone.',
      progress: 'Devices revoked',
      stop: 'Stop',
      stopping: 'Stopping…',
    },
    report: {
      allGone: (devices: number) => `${count(devices)} revoked`,
      allGoneDetail: (devices: number) =>
        pluralOf(devices, {
          one: 'Plex does not list it any more.',
          other: 'Plex does not list them any more.',
        }),
      someGone: (gone: number, all: number) => `${gone} of ${count(all)} revoked`,
      noneGone: 'No device is proved revoked',
      signedOutHere: (account: string) => `${account} is signed out here`,
      signedOutDetail:
        'This Usher was revoked, and Plex no longer accepts its token. The account keeps its place.',
      lists: {
        gone: 'Gone',
        unproved: 'Revoked, but Plex could not be asked for the list since',
        stillThere: 'Plex said yes, and lists it still',
        refused: 'Refused by Plex',
        untried: 'Not tried',
      },
      withStatus: (device: string, status: number) => `${device} (status ${status})`,
      goOn: (devices: number) => `Try the remaining ${numberText(devices)}`,
    },
  },
});

/** Words of the dialog that links another device. */
export const linkText = catalogue({
  en: {
    title: 'Link a device',
    lead: <Part>(account: Part): Around<Part> => [
      'Type the code that a television, a console or another program shows beside plex.tv/link. It is approved for ',
      account,
      '.',
    ],
    warning: {
      title: 'The device gets the whole account',
      text: 'It can do everything you can, until you remove it in Authorized Devices. Approve only a code that you see on a device of your own, and none that somebody sent you.',
    },
    code: 'Code',
    hint: 'Four letters and digits.',
    approve: 'Approve',
    done: {
      title: 'The device is linked',
      text: 'It goes on by itself within a few seconds.',
      unknown: <Part>(place: Part): Around<Part> => [
        'Plex does not tell which device it was. You find it in ',
        place,
        '.',
      ],
      remove: <Part>(place: Part): Around<Part> => [
        'If you do not know it, remove it at once in ',
        place,
        '.',
      ],
      authorizedDevices: 'Authorized Devices',
      announcement: 'The device is linked.',
      close: 'Done',
      name: 'Name',
      product: 'Product',
      platform: 'Platform',
      address: 'Address',
      since: 'Since',
    },
  },
});
