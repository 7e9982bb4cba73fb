import type { DestinationState } from '../model/app-token.ts';
import { pluralOf } from './formats.ts';
import { catalogue } from './language.ts';

const stateWords = {
  upToDate: 'up to date',
  notWritten: 'not written',
  changed: 'changed',
  notChecked: 'not checked',
} as const satisfies Readonly<Record<DestinationState['kind'], string>>;

/** What the terminal tells of app tokens. Names and paths are text from outside, to be cleaned before. */
export const terminalAppText = catalogue({
  en: {
    noName: 'Name the program: usher app add NAME',
    oneName: 'Name one program only. If its name has spaces in it, put it in quotes.',
    noNameToRotate: 'Name the program, or use --all.',
    needsYes:
      'There’s no terminal to ask you in. To write without being asked, add --yes. Nothing was done.',
    added: (name: string): string =>
      `Made a token for ${name}. It has the full rights of the account, and appears as ${name} in Authorized Devices.`,
    written: (place: string): string => `Wrote it to ${place}.`,
    unwritten: (place: string, reason: string): string =>
      `Couldn’t write it to ${place}: ${reason}`,
    rotated: (name: string): string => `Rotated the token for ${name}. The old one is revoked.`,
    removed: (name: string): string => `Revoked the token for ${name}.`,
    cleared: (place: string): string => `Emptied it in ${place}.`,
    stillIn: (place: string): string => `Its file still names it: ${place}`,
    uncleared: (place: string, reason: string): string =>
      `Couldn’t empty it in ${place}: ${reason}`,
    state: (state: DestinationState): string => stateWords[state.kind],
    readableByOthers: 'readable by others',
    othersCanRead: (place: string, name: string): string =>
      `Others on this computer can read ${place}. To change that: usher app restrict "${name}"`,
    restricted: (place: string): string => `Others can’t read ${place} anymore.`,
    noneToRestrict: 'Others can’t read its files.',
    neverSeen: 'never',
    accountFirst: (name: string): string =>
      `Plex rejects the token for ${name}. Sign in to its account first: usher sign-in`,
    nothingToRepair: 'Plex accepts every app token.',
    repairNeedsYes:
      'There’s no terminal to ask you in. To make new tokens without being asked, add --yes. Nothing was done.',
    repairQuestion: (count: number): string =>
      `${pluralOf(count, {
        one: 'Make a new token and write it to this file',
        other: `Make ${count} new tokens and write them to these files`,
      })}? [y/N] `,
    repaired: (name: string): string => `Made a new token for ${name}.`,
    notRepaired: (name: string, reason: string): string =>
      `Couldn’t make a new token for ${name}: ${reason}`,
    toPaste: (name: string): string => `To enter it there yourself: usher app show "${name}"`,
  },
});
