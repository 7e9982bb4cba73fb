import { openSessionBus } from '../process/session-bus.ts';
import { SECOND_MS } from '../timing.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const lookAgainAfterMs = 5 * SECOND_MS;
const rules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',interface='${watcher}',member='StatusNotifierHostRegistered'`,
  `type='signal',interface='${watcher}',member='StatusNotifierHostUnregistered'`,
];

/**
 * Whether the system shows a tray: told at first, and whenever that changes, until the answer is called. On Linux a desktop
 * may have none (GNOME without an extension), get one late, or lose it for a while when its panel starts anew
 * (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/).
 */
export function watchTrayHost(
  onChange: (isThere: boolean) => void,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): () => void {
  if (platform !== 'linux') {
    onChange(true);
    return () => undefined;
  }
  let told: boolean | null = null;
  let lookCount = 0;
  let timer: NodeJS.Timeout | undefined;
  const bus = openSessionBus({ env, rules, onSignal: () => void look() });
  const look = async (): Promise<void> => {
    lookCount += 1;
    const count = lookCount;
    clearTimeout(timer);
    const isRegistered = await bus.property({
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: watcher,
      property: 'IsStatusNotifierHostRegistered',
    });
    // What was asked before the last change says nothing any more.
    if (count !== lookCount) return;
    // A desktop that is busy has no less of a tray.
    if (isRegistered === undefined) timer = setTimeout(() => void look(), lookAgainAfterMs);
    const isThere = isRegistered === undefined ? (told ?? false) : isRegistered === true;
    if (isThere === told) return;
    told = isThere;
    onChange(isThere);
  };
  void look();
  return () => {
    lookCount += 1;
    clearTimeout(timer);
    bus.close();
  };
}
