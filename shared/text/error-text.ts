import type { AppError } from '../errors.ts';
import { homeErrorText } from './home-error-text.ts';
import { identifyErrorText } from './identify-error-text.ts';
import { linkErrorText } from './link-error-text.ts';
import { localErrorText } from './local-error-text.ts';
import { networkErrorText } from './network-error-text.ts';
import { plexErrorText } from './plex-error-text.ts';
import { serverErrorText } from './server-error-text.ts';
import { vaultErrorText } from './vault-error-text.ts';

export interface ErrorText {
  /** What happened, in a few words. */
  readonly title: string;
  /** What it means, and what it does not. */
  readonly detail: string;
  /** What to do about it. */
  readonly nextStep: string;
}

/** Words for every failure. The switch is exhaustive: a new code does not compile before it has its words. */
export function errorText(error: AppError): ErrorText {
  switch (error.code) {
    case 'network.offline':
    case 'network.timeout':
    case 'network.untrusted':
    case 'network.intercepted':
      return networkErrorText(error);
    case 'plex.badCredentials':
    case 'plex.codeRequired':
    case 'plex.codeWrong':
    case 'plex.emailRequired':
    case 'plex.addressBlocked':
    case 'plex.browserRequired':
    case 'plex.rateLimited':
    case 'plex.pinExpired':
    case 'plex.pinRequired':
    case 'plex.pinWrong':
    case 'plex.refused':
    case 'plex.unavailable':
    case 'plex.malformed':
    case 'plex.tooLarge':
      return plexErrorText(error);
    case 'token.rejected':
    case 'token.stillAccepted':
    case 'token.expired':
    case 'token.dead':
    case 'token.ofServer':
    case 'token.notFound':
    case 'account.notFound':
    case 'device.busy':
    case 'server.notFound':
    case 'server.unreachable':
    case 'server.rejected':
    case 'server.jwtRefused':
    case 'server.noTransientToken':
    case 'server.noAccessToken':
    case 'server.refused':
    case 'server.insecure':
    case 'server.notOwner':
    case 'server.tooOld':
    case 'source.malformed':
    case 'source.notFound':
      return serverErrorText(error);
    case 'home.pinMalformed':
    case 'home.memberNotFound':
    case 'home.ownAccount':
    case 'home.switchOnly':
      return homeErrorText(error);
    case 'link.codeMalformed':
    case 'link.codeUnknown':
      return linkErrorText(error);
    case 'identify.nothingFound':
    case 'identify.tooLong':
    case 'identify.forgotten':
    case 'identify.noAccountToken':
      return identifyErrorText(error);
    case 'vault.locked':
    case 'vault.unavailable':
    case 'vault.timeout':
    case 'vault.denied':
    case 'vault.tooLong':
    case 'vault.failed':
    case 'vault.missing':
    case 'vault.changed':
      return vaultErrorText(error);
    case 'profile.readOnly':
    case 'profile.full':
    case 'profile.failed':
    case 'profile.busy':
    case 'profile.notLocked':
    case 'profile.noLocks':
    case 'start.switchRefused':
    case 'signIn.cancelled':
    case 'signIn.notWaiting':
    case 'browser.notOpened':
    case 'clipboard.failed':
    case 'clipboard.notCleared':
    case 'file.notSaved':
    case 'request.invalid':
    case 'internal':
      return localErrorText(error);
  }
}
