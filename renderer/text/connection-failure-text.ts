import type { ConnectionFailure } from '../../shared/model/server.ts';

const words: { readonly [Failure in ConnectionFailure]?: string } = {
  'network.offline': 'No answer',
  'network.timeout': 'No answer in time',
  'network.untrusted': 'Certificate not trusted',
  'network.intercepted': 'Something else answered',
  'plex.malformed': 'Answer not understood',
  'plex.tooLarge': 'Answer far too long',
  'connection.wrongServer': 'Another server answered',
  'connection.notPlex': 'No Plex server there',
  'connection.abandoned': 'Another was quicker',
};

/** Why one address of a server did not serve, in the few words a table has room for. */
export const connectionFailureText = (failure: ConnectionFailure): string =>
  words[failure] ?? 'Did not answer';
