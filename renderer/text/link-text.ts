/** Words of the dialog that links another device. */
export const linkText = {
  title: 'Link a device',
  lead: 'Type the code that a television, a console or another program shows beside plex.tv/link. It is approved for',
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
    unknown: 'Plex does not tell which device it was. You find it in',
    remove: 'If you do not know it, remove it at once in',
    authorizedDevices: 'Authorized Devices',
    announcement: 'The device is linked.',
    close: 'Done',
    name: 'Name',
    product: 'Product',
    platform: 'Platform',
    address: 'Address',
    since: 'Since',
  },
} as const;
