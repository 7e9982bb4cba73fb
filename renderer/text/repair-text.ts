import type { AccountSummary } from '../../shared/model/account.ts';

type Named = Pick<AccountSummary, 'title'>;

const named = (accounts: readonly Named[]): string => accounts.map(({ title }) => title).join(', ');

export const repairText = {
  title: 'Repair accounts',
  lead: 'Plex no longer accepts the tokens of these accounts, as after a password reset that signs out every device. Sign in to each again: it keeps its place, its note, its servers and its transient tokens.',
  list: 'Accounts to repair',
  progress: (repaired: number, all: number): string => `${repaired} of ${all} repaired`,
  states: { repaired: 'Repaired', skipped: 'Skipped', current: 'Now', waiting: 'To do' },
  skip: 'Skip this one',
  takeUp: 'Repair',
  takeUpLabel: (name: string): string => `Repair ${name}`,
  current: (name: string): string => `Sign in again as ${name}`,
  stop: 'Stop here',
  done: 'Done',
  allRepaired: (count: number): string =>
    count === 1 ? 'The account works again' : `All ${count} accounts work again`,
  allRepairedDetail: 'Every token has been replaced by a new one.',
  someRepaired: (repaired: number, all: number): string => `${repaired} of ${all} repaired`,
  leftOver: (accounts: readonly Named[]): string =>
    `Skipped: ${named(accounts)}. What was skipped stays on the list, and can be repaired at any time.`,
  nothing: {
    title: 'No account needs repair',
    detail: 'When Plex no longer accepts the token of an account, it is repaired here.',
  },
  bar: {
    one: (name: string): string => `Plex no longer accepts the token of ${name}`,
    oneDetail: 'Sign in to it again; the account keeps its place.',
    many: (count: number): string => `Plex no longer accepts the tokens of ${count} accounts`,
    manyDetail: 'Sign in to them again, one after the other. Each keeps its place.',
    repair: 'Repair',
    repairAll: 'Repair accounts',
    undecided: 'Somebody else signed in',
    undecidedDetail: (name: string): string =>
      `The sign-in was for ${name}. Choose what becomes of the new token.`,
    decide: 'Choose',
  },
};
