import { createEffect, createSignal, getOwner, on, runWithOwner, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { Command } from '../../../shared/model/command.ts';
import { serverKey, type ServerSummary } from '../../../shared/model/server.ts';
import type { SecretRef, TokenRef } from '../../../shared/model/token.ts';
import { paletteText } from '../../../shared/words/palette.ts';
import { createAction } from '../../state/create-action.ts';
import { createCheck } from '../../state/create-check.ts';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverOf } from '../../state/usher-state.ts';
import { createPin, type Pin } from '../servers/create-pin.ts';
import { createServerCopy, type ServerCopy } from '../servers/create-server-copy.ts';
import { isLive } from '../tokens/is-live.ts';
import type { PaletteEntry, ServerAct } from './list-entries.ts';

/** What the frame of the window does itself. */
export type FrameCommand = Extract<Command, 'shortcuts' | 'about'>;

/** Enter, or with a key beside it what it does with a server. */
export type HowChosen = 'enter' | 'mint' | 'open' | 'curl';

/** A server that something was asked of here. */
export interface ServerRun {
  readonly server: ServerSummary;
  readonly copy: ServerCopy;
  readonly pin: Pin;
}

export interface Choices {
  readonly choose: (entry: PaletteEntry, how: HowChosen) => void;
  /** The last server, what came of it, and what went wrong. */
  readonly run: Accessor<ServerRun | null>;
  /** What an entry is doing just now. */
  readonly workingOn: (entry: PaletteEntry) => 'copying' | 'minting' | null;
  readonly error: Accessor<AppError | null>;
  readonly hasTrouble: () => boolean;
  readonly dismiss: () => void;
}

const actsByKey = {
  mint: { kind: 'mint' },
  open: { kind: 'open' },
  curl: { kind: 'copyAs', form: 'curl' },
  enter: { kind: 'copy' },
} satisfies Readonly<Record<HowChosen, ServerAct>>;

const pages = {
  overview: { view: 'overview' },
  attention: { view: 'overview' },
  servers: { view: 'servers' },
  tokens: { view: 'tokens' },
  apps: { view: 'apps' },
  identify: { view: 'identify' },
  activity: { view: 'activity' },
  keychain: { view: 'doctor' },
  settings: { view: 'settings' },
  addAccount: { view: 'signIn' },
  addApp: { view: 'apps', isAdding: true },
} satisfies { readonly [Of in Command]?: Route };

type PageCommand = keyof typeof pages;

const isPage = (command: Command): command is PageCommand => command in pages;

/** What happens when something of the palette is chosen. What is done at once closes it when it is done. */
export function createChoices(options: {
  /** `then` happens once the focus is free. */
  readonly onClose: (then?: () => void) => void;
  /** A token is on the clipboard, and there is nothing more to say. */
  readonly onDone: () => void;
  readonly onCommand: (command: FrameCommand) => void;
}): Choices {
  const usher = useUsher();
  const owner = getOwner();
  const copyToken = createAction('secret.copy');
  const identify = createAction('identify.askClipboard');
  const check = createCheck();
  const runs = new Map<string, ServerRun>();
  const [run, setRun] = createSignal<ServerRun | null>(null);
  const go = (route: Route): void => options.onClose(() => usher.navigate(route));

  const runOf = (server: ServerSummary): ServerRun => {
    const key = serverKey(server);
    const known = runs.get(key);
    if (known !== undefined) return known;
    const present = () =>
      serverOf(usher.state, { accountId: server.accountId, serverId: server.id }) ?? server;
    const make = (): ServerRun => ({
      server,
      copy: createServerCopy(present),
      pin: createPin(present),
    });
    const made = runWithOwner(owner, make) ?? make();
    runs.set(key, made);
    return made;
  };

  // What could not be checked is said before it closes.
  createEffect(
    on(
      () => run()?.copy.isDone() === true && run()?.copy.isUnchecked() === false,
      (isDone) => {
        if (isDone) options.onDone();
      },
    ),
  );

  const actOn = (server: ServerSummary, act: ServerAct): void => {
    if (act.kind === 'open') {
      go({ view: 'server', accountId: server.accountId, serverId: server.id });
      return;
    }
    const chosen = runOf(server);
    setRun(chosen);
    if (act.kind === 'copy') chosen.copy.copy();
    else if (act.kind === 'mint') chosen.copy.mint();
    else if (act.kind === 'copyAs') chosen.copy.copy(act.form);
    else chosen.pin.toggle();
  };

  const allTokens = (): readonly TokenRef[] => [
    ...usher.state.accounts.map(({ id }) => ({ kind: 'account', accountId: id }) as const),
    ...usher.state.tokens
      .filter(isLive)
      .map(({ id }) => ({ kind: 'transient', tokenId: id }) as const),
  ];

  const acts: Readonly<Record<Exclude<Command, PageCommand>, () => void>> = {
    refresh: () => {
      for (const { id } of usher.state.accounts)
        void usher.request('servers.refresh', { accountId: id });
      options.onClose();
    },
    checkTokens: () => {
      void check.run(allTokens(), paletteText().allTokens);
      go({ view: 'tokens' });
    },
    identifyClipboard: () =>
      void identify.run({}).then(({ ok }) => {
        if (ok) go({ view: 'identify' });
      }),
    clearClipboard: () => {
      void usher.request('clipboard.clear', {});
      options.onClose();
    },
    shortcuts: () => options.onClose(() => options.onCommand('shortcuts')),
    about: () => options.onClose(() => options.onCommand('about')),
  };

  const doCommand = (command: Command): void => {
    void usher.request('command.use', { command });
    if (isPage(command)) go(pages[command]);
    else acts[command]();
  };

  const copySecret = (secret: SecretRef): void =>
    void copyToken.run({ secret }).then(({ ok }) => {
      if (ok) options.onDone();
    });

  const choose = (entry: PaletteEntry, how: HowChosen): void => {
    const { thing } = entry;
    setRun(null);
    if (thing.kind === 'server') actOn(thing.server, actsByKey[how]);
    // The keys of a server stand beside what can be done with it.
    else if (thing.kind === 'serverAct')
      actOn(thing.server, how === 'enter' ? thing.act : actsByKey[how]);
    else if (how !== 'enter') return;
    else if (thing.kind === 'account') go({ view: 'account', accountId: thing.account.id });
    else if (thing.kind === 'page') go(thing.route);
    else if (thing.kind === 'setting') go({ view: 'settings', at: thing.setting });
    else if (thing.kind === 'command') doCommand(thing.command);
    else if (thing.kind === 'app') copySecret({ kind: 'app', appTokenId: thing.app.id });
    else copySecret({ kind: 'transient', tokenId: thing.token.id });
  };

  const isBusy = (): boolean =>
    run()?.copy.isBusy() === true || copyToken.isBusy() || identify.isBusy();
  const error = (): AppError | null => copyToken.error() ?? identify.error();
  const hasTrouble = (): boolean =>
    error() !== null ||
    (run()?.copy.error() ?? run()?.pin.error() ?? null) !== null ||
    run()?.copy.isUnchecked() === true;

  return {
    // A key held down must not do it again and again.
    choose: (entry, how) => {
      if (!isBusy()) choose(entry, how);
    },
    run,
    workingOn: ({ thing }) => {
      const present = run();
      if (present === null || !present.copy.isBusy()) return null;
      if (thing.kind !== 'server' || serverKey(thing.server) !== serverKey(present.server))
        return null;
      return present.copy.isMinting() ? 'minting' : 'copying';
    },
    error,
    hasTrouble,
    dismiss: () => {
      setRun(null);
      copyToken.clearError();
      identify.clearError();
    },
  };
}
