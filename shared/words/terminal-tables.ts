import type { ConnectionKind, ServerSummary } from '../model/server.ts';
import { catalogue, wording } from './language.ts';

/** The headings of the terminal's tables. */
export const columnText = catalogue({
  en: {
    accessToken: 'ACCESS TOKEN',
    account: 'ACCOUNT',
    address: 'ADDRESS',
    app: 'APP',
    file: 'FILE',
    made: 'MADE',
    device: 'DEVICE',
    email: 'EMAIL',
    expiresIn: 'EXPIRES IN',
    field: 'FIELD',
    id: 'ID',
    kind: 'KIND',
    lastSeen: 'LAST SEEN',
    owner: 'OWNER',
    platform: 'PLATFORM',
    product: 'PRODUCT',
    result: 'RESULT',
    server: 'SERVER',
    state: 'STATE',
    status: 'STATUS',
    token: 'TOKEN',
    username: 'USERNAME',
    version: 'VERSION',
  },
});

const connectionKinds: Readonly<Record<ConnectionKind, string>> = {
  local: 'local',
  remote: 'remote',
  relay: 'relay',
};

/** What stands in the tables besides names and times. */
export const cellText = catalogue({
  en: {
    online: 'online',
    offline: 'offline',
    connectionKind: (kind: ConnectionKind): string => connectionKinds[kind],
    hereDevice: (name: string): string => `${name} (this computer)`,
    /** The field that a token was found in, and what has it: `X-Plex-Token of Attic`. */
    place: (field: string, label: string): string => `${field} of ${label}`,
  },
});

const ownerships: Readonly<Record<ServerSummary['ownership'], string>> = {
  owned: 'you',
  home: 'home',
  shared: 'shared',
};

/** Whose a server is; in a word where Plex does not name them. */
export const ownerText = wording({
  en: ({ ownership, ownerName }: Pick<ServerSummary, 'ownership' | 'ownerName'>): string =>
    ownership === 'owned' ? ownerships.owned : (ownerName ?? ownerships[ownership]),
});
