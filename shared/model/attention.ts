import type { AppError } from '../errors.ts';
import type { AccountSummary } from './account.ts';
import type { AppTokenSummary } from './app-token.ts';
import { tokenHoles, type ServerSummary } from './server.ts';
import type { SignOutProgress } from './sign-out.ts';
import type { Notice, State } from './state.ts';

/** Something that needs the person. What is wrong in the same way is one thing. */
export type Attention =
  /** Somebody else signed in than the account was for. */
  | { readonly kind: 'undecided'; readonly account: AccountSummary }
  | { readonly kind: 'keychainWaiting' }
  | { readonly kind: 'keychain'; readonly error: AppError }
  | { readonly kind: 'signedOut'; readonly accounts: readonly AccountSummary[] }
  | { readonly kind: 'homeUserSignedOut'; readonly account: AccountSummary }
  | { readonly kind: 'ending'; readonly account: AccountSummary }
  | { readonly kind: 'signingOut'; readonly signOut: SignOutProgress }
  | { readonly kind: 'update'; readonly servers: readonly ServerSummary[] }
  /** Whose servers could not be asked for; what is shown of them is older. */
  | {
      readonly kind: 'stale';
      readonly accounts: readonly AccountSummary[];
      readonly error: AppError;
    }
  /** Plex rejects their tokens, a file of theirs was changed, or a rotation stopped before every file had the new one. */
  | {
      readonly kind: 'appRejected' | 'appFileChanged' | 'appRotationStopped';
      readonly apps: readonly AppTokenSummary[];
    }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** What the attention is found in. */
export const attentionParts = [
  'accounts',
  'servers',
  'appTokens',
  'signIn',
  'signOuts',
  'vault',
  'vaultActivity',
  'notices',
] as const;

type Known = Pick<State, (typeof attentionParts)[number]>;

const soonMs = 24 * 60 * 60 * 1000;

/** What needs the person, the most pressing first, each thing once. */
export function findAttention(state: Known): readonly Attention[] {
  const isRejected = ({ verdict }: AccountSummary): boolean => verdict.kind === 'rejected';
  const rejected = state.accounts.filter(isRejected);
  const own = rejected.filter(({ homeOf }) => homeOf === null);
  return [
    ...undecided(state),
    ...keychain(state),
    ...(own.length > 0 ? [{ kind: 'signedOut', accounts: own } as const] : []),
    ...rejected
      .filter(({ homeOf }) => homeOf !== null)
      .map((account) => ({ kind: 'homeUserSignedOut', account }) as const),
    ...state.accounts
      .filter(
        (account) =>
          !isRejected(account) &&
          account.tokenEnd !== null &&
          account.tokenEnd.remainingMs < soonMs,
      )
      .map((account) => ({ kind: 'ending', account }) as const),
    ...state.signOuts
      .filter(({ isPutOff }) => isPutOff)
      .map((signOut) => ({ kind: 'signingOut', signOut }) as const),
    ...apps(state),
    ...outdated(state),
    ...stale(state),
    ...untoldNotices(state).map((notice) => ({ kind: 'notice', notice }) as const),
  ];
}

/** Those that are told nowhere else: what was minted in place of a dead token is told with what is on the clipboard. */
export const untoldNotices = ({ notices }: Pick<State, 'notices'>): readonly Notice[] =>
  notices.filter(({ kind }) => kind !== 'mintedAnew');

function undecided({ signIn, accounts }: Known): readonly Attention[] {
  if (signIn.kind !== 'otherUser') return [];
  const account = accounts.find(({ id }) => id === signIn.forAccountId);
  return account === undefined ? [] : [{ kind: 'undecided', account }];
}

function keychain({ vault, vaultActivity }: Known): readonly Attention[] {
  if (vaultActivity.isWaiting) return [{ kind: 'keychainWaiting' }];
  return vault.kind === 'unusable' ? [{ kind: 'keychain', error: vault.error }] : [];
}

function apps({ appTokens }: Known): readonly Attention[] {
  const found = [
    {
      kind: 'appRejected',
      apps: appTokens.filter(({ verdict }) => verdict.kind === 'rejected'),
    },
    {
      kind: 'appRotationStopped',
      apps: appTokens.filter(({ work }) => work.kind === 'rotationStopped'),
    },
    {
      kind: 'appFileChanged',
      apps: appTokens.filter(({ destinations }) =>
        destinations.some(({ state }) => state.kind === 'changed'),
      ),
    },
  ] as const;
  return found.filter((each) => each.apps.length > 0);
}

function outdated({ servers }: Known): readonly Attention[] {
  // One that two accounts reach is one server to update.
  const byId = new Map(
    servers
      .flatMap((list) => list.servers)
      .filter(({ version }) => tokenHoles(version).length > 0)
      .map((server) => [server.id, server]),
  );
  return byId.size === 0 ? [] : [{ kind: 'update', servers: [...byId.values()] }];
}

function stale({ servers, accounts }: Known): readonly Attention[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const failed = servers.flatMap(({ accountId, error }) => {
    const account = byId.get(accountId);
    // A token or a keychain that fails is told of by itself.
    const isToldElsewhere =
      error === null || account?.verdict.kind === 'rejected' || error.code.startsWith('vault.');
    return account === undefined || isToldElsewhere ? [] : [{ account, error }];
  });
  const codes = [...new Set(failed.map(({ error }) => error.code))];
  return codes.flatMap((code) => {
    const alike = failed.filter(({ error }) => error.code === code);
    const [first] = alike;
    if (first === undefined) return [];
    return [
      { kind: 'stale', accounts: alike.map(({ account }) => account), error: first.error } as const,
    ];
  });
}
