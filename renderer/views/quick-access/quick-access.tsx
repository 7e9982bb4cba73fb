import { createSignal, Match, onCleanup, onMount, Show, Switch, untrack, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { chooseServers } from '../../../shared/model/choose-servers.ts';
import type { KeptView } from '../../../shared/model/kept-view.ts';
import type { State } from '../../../shared/model/state.ts';
import type { QuickBridge } from '../../../shared/quick-access.ts';
import { paletteText } from '../../../shared/words/palette.ts';
import { keptView } from '../../state/route.ts';
import { UsherContext, type Usher } from '../../state/use-usher.ts';
import { createUsherState, loadState } from '../../state/usher-state.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Mark } from '../../ui/mark.tsx';
import { CountdownRing } from '../../ui/ring.tsx';
import { createAnnouncer } from '../app/create-announcer.ts';
import { LiveRegion } from '../app/live-region.tsx';
import { listEntries, type PaletteEntry, type PaletteScope } from '../palette/list-entries.ts';
import { PaletteBody } from '../palette/palette-body.tsx';
import { asUsherBridge } from './as-usher-bridge.ts';
import styles from './quick-access.module.css';

/** The palette's list in a window of its own, over every other program: for copying a token, and for little else. */
export function QuickAccess(props: { readonly bridge: QuickBridge }): JSX.Element {
  const bridge = asUsherBridge(untrack(() => props.bridge));
  const open = (view: KeptView | null): void => {
    void props.bridge.request('quick.open', { view });
  };
  const announcer = createAnnouncer();
  const [list, setList] = createSignal<State | null>(null);
  const [error, setError] = createSignal<AppError | null>(null);
  const load = async (): Promise<void> => {
    setError(null);
    const loaded = await loadState(bridge);
    if (loaded.ok) setList(loaded.value);
    else setError(loaded.error);
  };
  onMount(() => void load());
  listen('keydown', document, (event) => {
    // Where neither the field nor an input method has a use for it.
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) hide();
  });
  // Main hides the window in place of closing it where its page would stay.
  listen('beforeunload', window, (event) => event.preventDefault());

  return (
    <main class={styles.window} aria-label={paletteText().quick.title}>
      <Switch>
        <Match when={list()} keyed>
          {(start) => {
            const usher: Usher = {
              ...nowhere,
              state: createUsherState(bridge, start),
              request: (name, input) => bridge.request(name, input),
              navigate: (route) => open(keptView(route)),
              announce: announcer.announce,
            };
            return (
              <UsherContext.Provider value={usher}>
                <AnewWhenHidden bridge={props.bridge}>
                  <List usher={usher} onOpen={() => open(null)} />
                </AnewWhenHidden>
              </UsherContext.Provider>
            );
          }}
        </Match>
        <Match when={error()}>
          {(failure) => <ErrorState error={failure()} onRetry={() => void load()} />}
        </Match>
      </Switch>
      <LiveRegion text={announcer.text()} />
    </main>
  );
}

const hide = (): void => window.close();

/** There are no views to go to here. */
const nowhere = {
  route: () => ({ view: 'overview' }) as const,
  signingOut: () => null,
  askToSignOut: () => undefined,
  told: () => null,
  tell: () => undefined,
};

function List(props: { readonly usher: Usher; readonly onOpen: () => void }): JSX.Element {
  const scope = createScope(() => props.usher.state.settings.isHidingAfterCopy);
  let view: HTMLDivElement | undefined;
  onMount(() => view?.querySelector('input')?.focus());
  return (
    <div class={styles.list} ref={(element) => (view = element)}>
      <PaletteBody
        scope={scope}
        start={<Mark class={styles.mark} />}
        end={<ClipboardLeft state={props.usher.state} />}
        onClose={(then) => {
          // Main hides it where it opens the window.
          if (then === undefined) hide();
          else then();
        }}
        onDone={() => {
          if (props.usher.state.settings.isHidingAfterCopy) hide();
        }}
        onOpen={() => props.onOpen()}
        onCommand={() => undefined}
      />
    </div>
  );
}

/** How long what was copied still is on the clipboard. */
function ClipboardLeft(props: { readonly state: Usher['state'] }): JSX.Element {
  const left = () => {
    const { clipboard } = props.state;
    if (clipboard.kind !== 'holding' || clipboard.remainingMs === null) return null;
    return { remainingMs: clipboard.remainingMs, totalMs: clipboard.totalMs };
  };
  return (
    <Show when={left()}>
      {(time) => (
        <span class={styles.left}>
          <CountdownRing {...time()} receivedAt={props.state.receivedAt.clipboard} />
          <Countdown
            remainingMs={time().remainingMs}
            receivedAt={props.state.receivedAt.clipboard}
            isShort
          />
        </span>
      )}
    </Show>
  );
}

/** What was typed, and what went wrong, is gone when the window comes the next time. */
function AnewWhenHidden(props: {
  readonly bridge: QuickBridge;
  readonly children: JSX.Element;
}): JSX.Element {
  const [round, setRound] = createSignal(1);
  onCleanup(
    // eslint-disable-next-line solid/reactivity -- one for as long as the window is there
    props.bridge.subscribe(({ isHidden }) => {
      if (isHidden === true) setRound((now) => now + 1);
    }),
  );
  return (
    <Show when={round()} keyed>
      {(_round) => props.children}
    </Show>
  );
}

function listen<Name extends keyof WindowEventMap>(
  name: Name,
  target: Window | Document,
  listener: (event: WindowEventMap[Name]) => void,
): void {
  target.addEventListener(name, listener as EventListener);
  onCleanup(() => target.removeEventListener(name, listener as EventListener));
}

const createScope = (isHiding: () => boolean): PaletteScope => ({
  field: () => paletteText().quick.field,
  entries: (state) => listEntries(state).filter(isForQuickAccess),
  atFirst: (entries, { state }) => {
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    return [
      {
        group: 'servers',
        entries: chooseServers(state, []).flatMap((key) => byKey.get(`server ${key}`) ?? []),
      },
      { group: 'pages', entries: entries.filter(({ thing }) => thing.kind === 'command') },
    ];
  },
  hasAct: ({ kind }) => kind !== 'pin',
  hasNumbers: true,
  footer: (isMac) => {
    const { quick, keys } = paletteText();
    return {
      copy: isHiding() ? quick.copyAndHide : quick.copy,
      close: quick.hide,
      more: [{ keys: [keys.modifier(isMac), keys.openUsher], does: quick.openUsher }],
    };
  },
});

/** Servers, and what the window can be opened at: the rest is for the window itself. */
function isForQuickAccess({ thing, group }: PaletteEntry): boolean {
  switch (thing.kind) {
    case 'server':
    case 'account':
      return true;
    case 'page':
      return thing.icon === 'devices' || thing.icon === 'home';
    case 'command':
      return group === 'pages' && thing.command !== 'about';
    default:
      return false;
  }
}
