import type { AccountSummary } from '../model/account.ts';
import type { Attention } from '../model/attention.ts';
import { errorText } from './errors.ts';
import { listOf } from './formats.ts';
import { wording } from './language.ts';
import { noticeText } from './notices.ts';

interface AttentionText {
  /** Whom or what it is about. */
  readonly name: string;
  readonly text: string;
  /** The text in full, where there is room for it. */
  readonly whole?: string;
}

/** Whose trouble is the same, in one line. */
export const namesText = wording({
  en: (names: readonly string[]): string =>
    listOf(names.length <= 3 ? names : [...names.slice(0, 2), `${names.length - 2} more`]),
});

const titles = (all: readonly { readonly title: string }[]): string =>
  namesText(all.map(({ title }) => title));

/** What needs the person, in words. A Home user is told by the account it belongs to, where that is one of `accounts`. */
export const attentionText = wording({
  en: (
    attention: Attention,
    accounts: readonly Pick<AccountSummary, 'id' | 'title'>[],
  ): AttentionText => {
    switch (attention.kind) {
      case 'undecided':
        return {
          name: attention.account.title,
          text: 'Someone else signed in. Choose which account to keep.',
        };
      case 'keychainWaiting':
        return {
          name: 'Keychain',
          text: 'Waiting for your password. The prompt may be behind another window.',
        };
      case 'keychain': {
        const { title, detail } = errorText(attention.error);
        return { name: title, text: detail };
      }
      case 'signedOut':
        return {
          name: titles(attention.accounts),
          text: 'Signed out by Plex',
          whole: 'Signed out by Plex, usually because of a password reset',
        };
      case 'homeUserSignedOut': {
        const { title, homeOf } = attention.account;
        const above = accounts.find(({ id }) => id === homeOf);
        return {
          name: title,
          text:
            above === undefined
              ? 'Home user, signed out by Plex'
              : `Home user of ${above.title}, signed out by Plex`,
        };
      }
      case 'ending':
        return { name: attention.account.title, text: 'Token expires within a day' };
      case 'signingOut':
        return {
          name: attention.signOut.title,
          text: 'Not signed out yet. Usher keeps trying to reach Plex.',
        };
      case 'update':
        return {
          name: namesText(attention.servers.map(({ name }) => name)),
          text: 'Update required',
          whole: 'Update required before you share a token',
        };
      case 'appRejected':
        return {
          name: namesText(attention.apps.map(({ name }) => name)),
          text: 'App token no longer valid',
        };
      case 'appFileChanged':
        return {
          name: namesText(attention.apps.map(({ name }) => name)),
          text: 'File changed',
          whole: 'A file no longer has the app’s token',
        };
      case 'appRotationStopped':
        return {
          name: namesText(attention.apps.map(({ name }) => name)),
          text: 'Rotation not finished',
          whole: 'Rotation not finished: some files still have the old token',
        };
      case 'stale':
        return {
          name: titles(attention.accounts),
          text: `Couldn’t refresh servers: ${errorText(attention.error).title}`,
        };
      case 'notice': {
        const { title, detail } = noticeText(attention.notice);
        return { name: title, text: detail };
      }
    }
  },
});
