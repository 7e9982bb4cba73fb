import { createMemo, createSignal, type Accessor } from 'solid-js';
import { serverRefKey, type ServerSummary } from '../../../shared/model/server.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { newestToken } from '../servers/newest-token.ts';
import {
  listRecent,
  listServerActs,
  type PaletteEntry,
  type PaletteScope,
  type ServerActThing,
} from './list-entries.ts';
import { createEntrySearch, markTitle, type Found, type Marks } from './search-entries.ts';
import type { PaletteSection } from './list-entries.ts';

export interface PaletteFound {
  readonly sections: Accessor<readonly PaletteSection[]>;
  readonly marksOf: (entry: PaletteEntry) => Marks;
  /** The one whose actions are all that is shown; null for everything. */
  readonly server: Accessor<ServerSummary | null>;
  readonly setServer: (server: ServerSummary | null) => void;
}

const noMarks: Marks = { title: [], detail: [] };
/** What can be done with the server that fits best: the three with keys of their own. */
const actsBelowServers: ReadonlySet<string> = new Set(['mint', 'open', 'curl']);

/** What the palette shows for what is typed. */
export function createFound(query: Accessor<string>, scope: PaletteScope): PaletteFound {
  const usher = useUsher();
  const [server, setServer] = createSignal<ServerSummary | null>(null);
  const entries = createMemo(() =>
    scope.entries(wholeOf(usher.state, 'accounts', 'servers', 'tokens', 'appTokens', 'clipboard')),
  );
  const recent = createMemo(() =>
    listRecent(entries(), wholeOf(usher.state, 'usedServers', 'settings')),
  );
  const pinned = createMemo(() =>
    usher.state.settings.pinnedServers.map((ref) => `server ${serverRefKey(ref)}`),
  );
  const search = createMemo(() =>
    createEntrySearch(entries(), [...pinned(), ...recent().map(({ key }) => key)]),
  );

  const actsOf = (one: ServerSummary): readonly PaletteEntry<ServerActThing>[] => {
    const { tokens, settings } = wholeOf(usher.state, 'tokens', 'settings');
    const token = newestToken(tokens, one);
    return listServerActs(one, {
      hasToken: settings.isReusing && token !== null && token.verdict.kind !== 'rejected',
      isPinned: settings.pinnedServers.some(
        ({ accountId, serverId }) => accountId === one.accountId && serverId === one.id,
      ),
      form: settings.tokenForm,
    }).filter(({ thing }) => scope.hasAct(thing.act));
  };

  const atFirst = createMemo(() =>
    scope.atFirst(entries(), {
      recent: recent(),
      pinned: pinned(),
      state: wholeOf(usher.state, 'servers', 'settings', 'usedServers'),
    }),
  );

  /** What can be done with the server that fits best stands right below the servers. */
  const withActs = (plain: Found): Found => {
    const [best, ...others] = plain.sections;
    const thing = best?.entries[0]?.thing;
    if (best === undefined || thing?.kind !== 'server') return plain;
    const acts = actsOf(thing.server).filter(({ thing: { act } }) =>
      actsBelowServers.has(act.kind === 'copyAs' ? act.form : act.kind),
    );
    const actions = others.find(({ group }) => group === 'actions')?.entries ?? [];
    return {
      sections: [
        best,
        { group: 'actions', entries: [...acts, ...actions] },
        ...others.filter(({ group }) => group !== 'actions'),
      ],
      marks: new Map([
        ...plain.marks,
        ...acts.map(({ key, title }): [string, Marks] => [
          key,
          { title: markTitle(query(), title), detail: [] },
        ]),
      ]),
    };
  };

  const found = createMemo((): Found => {
    const one = server();
    const isBlank = query().trim() === '';
    if (one !== null) {
      const acts = actsOf(one);
      return isBlank
        ? { sections: [{ group: 'actions', entries: acts }], marks: new Map() }
        : createEntrySearch(acts, []).find(query());
    }
    return isBlank ? { sections: atFirst(), marks: new Map() } : withActs(search().find(query()));
  });

  const sections = createMemo(() =>
    found().sections.filter((section) => section.entries.length > 0),
  );
  return {
    sections,
    marksOf: ({ key }) => found().marks.get(key) ?? noMarks,
    server,
    setServer,
  };
}
