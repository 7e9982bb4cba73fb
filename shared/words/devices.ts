import type { DeviceKind } from '../model/device.ts';
import { countOf, listOf, numberText, pluralOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

const count = (devices: number): string => countOf(devices, { one: 'device', other: 'devices' });

/** Words of the Devices view. */
export const deviceText = catalogue({
  en: {
    title: 'Devices',
    refresh: 'Refresh',
    refreshing: 'Refreshing…',
    found: (found: number, all: number) => `${numberText(found)} of ${numberText(all)}`,
    more: (devices: number) =>
      `Show ${countOf(devices, { one: 'more device', other: 'more devices' })}`,
    search: 'Search devices',
    show: 'Show devices',
    showPrefix: 'Show:',
    kinds: {
      all: 'All',
      other: 'Apps and players',
      server: 'Media servers',
      usher: 'Other Ushers',
    } satisfies Record<Exclude<DeviceKind, 'here'> | 'all', string>,
    sort: 'Sort devices',
    sortPrefix: 'Sort:',
    sorts: {
      seenNewest: 'Last seen',
      seenOldest: 'Last seen, oldest first',
      addedNewest: 'Added',
      addedOldest: 'Added, oldest first',
      name: 'Name',
    },
    columns: {
      device: 'Device',
      lastSeen: 'Last seen',
      added: 'Added',
      location: 'Location',
      action: 'Action',
    },
    unnamed: 'Unnamed device',
    product: (product: string, version: string | null) =>
      version === null ? product : `${product} ${version}`,
    facts: (facts: readonly string[]) => facts.join(' · '),
    thisComputer: 'This computer',
    appToken: 'App token',
    sameName: 'Same name as this computer',
    signOut: 'Sign out…',
    notConfirmed: 'Not confirmed',
    stillListed: 'Still listed',
    lastSeen: (when: string) => `Last seen ${when}`,
    never: 'Unknown',
    selectAll: 'Select all devices',
    select: (name: string) => `Select ${name}`,
    selectOne: 'Select',
    deselectOne: 'Deselect',
    moreOf: (name: string) => `More for ${name}`,
    selected: (devices: number) => `${count(devices)} selected`,
    meaning: 'Revoke a device to sign it out.',
    tooMany: (most: number) => `Select at most ${numberText(most)} at a time.`,
    revoke: 'Revoke',
    revokeAsking: 'Revoke…',
    revokeLabel: (name: string) => `Revoke ${name}`,
    revokeSelected: (devices: number) => `Revoke ${count(devices)}`,
    unreadable: {
      title: (entries: number) =>
        `${countOf(entries, { one: 'device', other: 'devices' })} can’t be shown`,
      text: 'Plex sent them without an ID, so Usher can’t show or revoke them.',
    },
    empty: {
      title: 'Plex lists no devices',
      text: 'Not even this computer, which is unexpected. Refresh in a moment.',
    },
    noneFound: {
      text: (query: string) =>
        `No device has “${query}” in its name, product, platform, address, or identifier.`,
      ofKind: 'There are no devices of this kind.',
      showAll: 'Show all',
    },
    gone: { title: 'This account is no longer here', text: 'It was signed out or removed.' },
    andMore: (names: number) => `and ${numberText(names)} more`,
    confirm: {
      title: (name: string) => `Revoke ${name}?`,
      titleOfSeveral: (devices: number) => `Revoke ${count(devices)}?`,
      text: 'This signs the device out.',
      textOfSeveral: 'This signs the devices out.',
      action: 'Revoke device',
      server: {
        title: (servers: number) =>
          pluralOf(servers, {
            one: 'Includes a media server',
            other: `Includes ${servers} media servers`,
          }),
        text: (servers: number) =>
          pluralOf(servers, {
            one: 'It will be unavailable until you claim it again.',
            other: 'They will be unavailable until you claim them again.',
          }),
      },
      usher: {
        title: 'Another Usher may be in use',
        text: 'If it’s installed on another computer, the account is signed out there.',
      },
    },
    running: {
      title: (done: number, all: number) => `Revoking ${Math.min(done + 1, all)} of ${all}`,
      starting: 'Refreshing the list first…',
      proving: 'Checking the list again',
      provingDetail: 'A device counts as revoked only once Plex stops listing it.',
      progress: 'Devices revoked',
      stop: 'Stop',
      stopping: 'Stopping…',
    },
    report: {
      allGone: (devices: number) => `${count(devices)} revoked`,
      allGoneDetail: (devices: number) =>
        pluralOf(devices, {
          one: 'Plex no longer lists it.',
          other: 'Plex no longer lists them.',
        }),
      someGone: (gone: number, all: number) => `${gone} of ${count(all)} revoked`,
      noneGone: 'No devices were revoked',
      signedOutHere: (account: string) => `${account} is signed out here`,
      signedOutDetail: 'This Usher was revoked, and Plex no longer accepts its token.',
      lists: {
        gone: 'Gone',
        unproved: 'Revoked, not confirmed',
        stillThere: 'Still listed by Plex',
        refused: 'Rejected by Plex',
        untried: 'Not attempted',
      },
      list: (label: string, devices: readonly string[], more: number) =>
        `${label}: ${listOf([...devices, ...(more > 0 ? [`${numberText(more)} more`] : [])])}`,
      limited: 'Plex is limiting requests.',
      waiting: (left: string) => `Try again in ${left}`,
      withStatus: (device: string, status: number) => `${device} (status ${status})`,
      goOn: (devices: number) => `Retry ${countOf(devices, { one: 'device', other: 'devices' })}`,
    },
  },
});

/** Words of the dialog that links another device. */
export const linkText = catalogue({
  en: {
    title: 'Link a device',
    lead: <Part>(account: Part): Around<Part> => [
      'Enter the code shown on your TV, console, or app. This links it to ',
      account,
      '.',
    ],
    warning: {
      title: 'This gives the device full access',
      text: 'It can do anything you can until you remove it under Authorized Devices. Only approve a code you see on your own device, never one someone sent you.',
    },
    code: 'Code',
    hint: 'Four letters and digits.',
    approve: 'Approve',
    done: {
      title: 'The device is linked',
      text: 'It will finish signing in within a few seconds.',
      unknown: <Part>(place: Part): Around<Part> => [
        'Plex didn’t say which device this is. See ',
        place,
        '.',
      ],
      remove: <Part>(place: Part): Around<Part> => [
        'Don’t recognize it? Remove it under ',
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
