import Blocks from 'lucide-solid/icons/blocks';
import Braces from 'lucide-solid/icons/braces';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import ClipboardPaste from 'lucide-solid/icons/clipboard-paste';
import ClipboardX from 'lucide-solid/icons/clipboard-x';
import Copy from 'lucide-solid/icons/copy';
import House from 'lucide-solid/icons/house';
import Info from 'lucide-solid/icons/info';
import Keyboard from 'lucide-solid/icons/keyboard';
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard';
import LogIn from 'lucide-solid/icons/log-in';
import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import Pin from 'lucide-solid/icons/pin';
import Plus from 'lucide-solid/icons/plus';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import History from 'lucide-solid/icons/rotate-ccw-clock';
import ScanSearch from 'lucide-solid/icons/scan-search';
import Server from 'lucide-solid/icons/server';
import Settings from 'lucide-solid/icons/settings';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import TicketPlus from 'lucide-solid/icons/ticket-plus';
import Ticket from 'lucide-solid/icons/ticket';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Match, Switch, type Component, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Command } from '../../../shared/model/command.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ServerTile } from '../servers/server-tile.tsx';
import type { PageIcon, PaletteThing, ServerAct } from './list-entries.ts';
import styles from './palette.module.css';

type Icon = Component<{ readonly size: number; readonly 'aria-hidden': 'true' }>;

const ofCommands: Readonly<Record<Command, Icon>> = {
  overview: LayoutDashboard,
  attention: TriangleAlert,
  servers: Server,
  tokens: Ticket,
  apps: Blocks,
  identify: ScanSearch,
  activity: History,
  keychain: ShieldCheck,
  settings: Settings,
  refresh: RefreshCw,
  addAccount: Plus,
  addApp: Plus,
  checkTokens: Ticket,
  identifyClipboard: ClipboardPaste,
  clearClipboard: ClipboardX,
  shortcuts: Keyboard,
  about: Info,
};

const ofPages: Readonly<Record<PageIcon, Icon>> = {
  devices: MonitorSmartphone,
  home: House,
  data: Braces,
  signIn: LogIn,
};

const ofActs: Readonly<Record<ServerAct['kind'], Icon>> = {
  copy: Copy,
  mint: TicketPlus,
  copyAs: Braces,
  open: Server,
  pin: Pin,
};

/** What a row begins with: a tile, a picture or an icon. */
export function PaletteMark(props: { readonly thing: PaletteThing }): JSX.Element {
  const server = () => (props.thing.kind === 'server' ? props.thing.server : null);
  const account = () => (props.thing.kind === 'account' ? props.thing.account : null);
  return (
    <span class={styles.tile}>
      <Switch fallback={<Dynamic component={iconOf(props.thing)} size={16} aria-hidden="true" />}>
        <Match when={server()}>{(present) => <ServerTile isOnline={present().isOnline} />}</Match>
        <Match when={account()}>
          {(present) => <Avatar name={present().title} path={present().avatarPath} size="small" />}
        </Match>
      </Switch>
    </span>
  );
}

function iconOf(thing: PaletteThing): Icon {
  switch (thing.kind) {
    case 'serverAct':
      return ofActs[thing.act.kind];
    case 'page':
      return ofPages[thing.icon];
    case 'command':
      return ofCommands[thing.command];
    case 'app':
      return Blocks;
    case 'token':
      return Ticket;
    case 'setting':
      return Settings;
    default:
      return CircleHelp;
  }
}
