import type { AppErrorCode } from '../errors.ts';

/** Why a token could not be asked about, in a sentence. */
export function verdictReasonText(reason: AppErrorCode): string {
  switch (reason) {
    case 'network.offline':
      return 'There was no network.';
    case 'network.timeout':
      return 'No answer came in time.';
    case 'network.untrusted':
      return 'Who answered could not be proved.';
    case 'network.intercepted':
      return 'Something else answered, such as the log-in page of a network.';
    case 'plex.rateLimited':
      return 'There were too many questions, and none is answered for a while.';
    case 'plex.unavailable':
      return 'Plex has trouble of its own at the moment.';
    case 'plex.malformed':
    case 'plex.tooLarge':
      return 'The answer could not be read.';
    case 'server.unreachable':
      return 'The server is away, or none of its addresses answered as this server.';
    case 'server.refused':
      return 'The server refused to say.';
    case 'server.jwtRefused':
      return 'A JWT does not open this server. Sign in with the browser or a code to get a token that does.';
    case 'server.insecure':
      return 'The server can only be reached over plain HTTP, which you have not allowed.';
    case 'server.notFound':
    case 'server.noAccessToken':
      return 'Plex no longer lists the server for this account.';
    default:
      return reason.startsWith('vault.')
        ? 'The keychain did not give the token out.'
        : 'It could not be asked about.';
  }
}
