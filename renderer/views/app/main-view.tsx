import { Match, Switch, type JSX } from 'solid-js';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { AccountView } from '../account/account-view.tsx';
import { ActivityView } from '../activity/activity-view.tsx';
import { DevicesView } from '../devices/devices-view.tsx';
import { DoctorView } from '../doctor/doctor-view.tsx';
import { RepairView } from '../repair/repair-view.tsx';
import { IdentifyView } from '../identify/identify-view.tsx';
import { HomeView } from '../home/home-view.tsx';
import { ServerView } from '../servers/server-view.tsx';
import { ServersView } from '../servers/servers-view.tsx';
import { SettingsView } from '../settings/settings-view.tsx';
import { SignInView } from '../sign-in/sign-in-view.tsx';
import { SourceView } from '../source/source-view.tsx';
import { TokensView } from '../tokens/tokens-view.tsx';

/** The view the route names. Keyed: another account's page is a new page, with nothing left of the last one. */
export function MainView(): JSX.Element {
  const usher = useUsher();
  const route = <View extends Route['view']>(view: View) => {
    const current = usher.route();
    return isView(current, view) ? current : null;
  };
  return (
    <Switch>
      <Match when={route('signIn')}>
        {(current) => <SignInView forAccountId={current().forAccountId} />}
      </Match>
      <Match when={route('repair')}>
        <RepairView />
      </Match>
      <Match when={route('account')} keyed>
        {(current) => <AccountView accountId={current.accountId} />}
      </Match>
      <Match when={route('home')} keyed>
        {(current) => <HomeView accountId={current.accountId} />}
      </Match>
      <Match when={route('servers')} keyed>
        {(current) => <ServersView accountId={current.accountId} />}
      </Match>
      <Match when={route('server')} keyed>
        {(current) => <ServerView accountId={current.accountId} serverId={current.serverId} />}
      </Match>
      <Match when={route('source')} keyed>
        {(current) => <SourceView accountId={current.accountId} serverId={current.serverId} />}
      </Match>
      <Match when={route('devices')} keyed>
        {(current) => <DevicesView accountId={current.accountId} />}
      </Match>
      <Match when={route('tokens')}>
        <TokensView />
      </Match>
      <Match when={route('identify')}>
        <IdentifyView />
      </Match>
      <Match when={route('activity')}>
        <ActivityView />
      </Match>
      <Match when={route('settings')}>
        <SettingsView />
      </Match>
      <Match when={route('doctor')} keyed>
        <DoctorView />
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
