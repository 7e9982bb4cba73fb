import { createMemo, lazy, Match, Switch, type JSX } from 'solid-js';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { OverviewView } from '../overview/overview-view.tsx';

/** Each is a file of its own, loaded when it is first opened: the window is there before most of them. */
const views = {
  // What a returning person sees first is there at once.
  overview: Object.assign(OverviewView, { preload: () => Promise.resolve() }),
  signIn: lazy(async () => ({ default: (await import('../sign-in/sign-in-view.tsx')).SignInView })),
  repair: lazy(async () => ({ default: (await import('../repair/repair-view.tsx')).RepairView })),
  account: lazy(async () => ({
    default: (await import('../account/account-view.tsx')).AccountView,
  })),
  home: lazy(async () => ({ default: (await import('../home/home-view.tsx')).HomeView })),
  servers: lazy(async () => ({
    default: (await import('../servers/servers-view.tsx')).ServersView,
  })),
  server: lazy(async () => ({ default: (await import('../servers/server-view.tsx')).ServerView })),
  devices: lazy(async () => ({
    default: (await import('../devices/devices-view.tsx')).DevicesView,
  })),
  tokens: lazy(async () => ({ default: (await import('../tokens/tokens-view.tsx')).TokensView })),
  apps: lazy(async () => ({ default: (await import('../apps/apps-view.tsx')).AppsView })),
  identify: lazy(async () => ({
    default: (await import('../identify/identify-view.tsx')).IdentifyView,
  })),
  activity: lazy(async () => ({
    default: (await import('../activity/activity-view.tsx')).ActivityView,
  })),
  settings: lazy(async () => ({
    default: (await import('../settings/settings-view.tsx')).SettingsView,
  })),
  doctor: lazy(async () => ({ default: (await import('../doctor/doctor-view.tsx')).DoctorView })),
} satisfies Record<Route['view'], unknown>;

/** Resolves once a view can be shown at once; without a name, every view. */
export async function loadView(view?: Route['view']): Promise<void> {
  const wanted = view === undefined ? Object.values(views) : [views[view]];
  await Promise.all(wanted.map((one) => one.preload()));
}

/** The view the route names. Keyed: another account's page is a new page, with nothing left of the last one. */
export function MainView(): JSX.Element {
  const usher = useUsher();
  const route = <View extends Route['view']>(view: View) => {
    const current = usher.route();
    return isView(current, view) ? current : null;
  };
  // Another tab of it is the same page.
  const account = createMemo(() => route('account'), null, {
    equals: (was, is) =>
      was === is ||
      (was !== null && is !== null && was.accountId === is.accountId && was.tab !== is.tab),
  });
  return (
    <Switch>
      <Match when={route('overview')}>
        <views.overview />
      </Match>
      <Match when={route('signIn')}>
        {(current) => <views.signIn forAccountId={current().forAccountId} />}
      </Match>
      <Match when={route('repair')}>
        <views.repair />
      </Match>
      <Match when={account()} keyed>
        {(current) => <views.account accountId={current.accountId} />}
      </Match>
      <Match when={route('home')} keyed>
        {(current) => <views.home accountId={current.accountId} />}
      </Match>
      <Match when={route('servers')} keyed>
        {(current) => (
          <views.servers
            {...(current.accountId === undefined ? {} : { accountId: current.accountId })}
          />
        )}
      </Match>
      <Match when={route('server')} keyed>
        {(current) => <views.server accountId={current.accountId} serverId={current.serverId} />}
      </Match>
      <Match when={route('devices')} keyed>
        {(current) => <views.devices accountId={current.accountId} />}
      </Match>
      <Match when={route('tokens')}>
        <views.tokens />
      </Match>
      <Match when={route('apps')} keyed>
        {(current) => <views.apps isAdding={current.isAdding === true} />}
      </Match>
      <Match when={route('identify')}>
        <views.identify />
      </Match>
      <Match when={route('activity')}>
        <views.activity />
      </Match>
      <Match when={route('settings')} keyed>
        {(current) => <views.settings {...(current.at === undefined ? {} : { at: current.at })} />}
      </Match>
      <Match when={route('doctor')} keyed>
        <views.doctor />
      </Match>
    </Switch>
  );
}

function isView<View extends Route['view']>(
  route: Route,
  view: View,
): route is Extract<Route, { view: View }> {
  return route.view === view;
}
