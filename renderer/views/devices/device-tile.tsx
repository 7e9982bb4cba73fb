import AppWindow from 'lucide-solid/icons/app-window';
import Monitor from 'lucide-solid/icons/monitor';
import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import ServerIcon from 'lucide-solid/icons/server';
import Smartphone from 'lucide-solid/icons/smartphone';
import Tablet from 'lucide-solid/icons/tablet';
import Tv from 'lucide-solid/icons/tv';
import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import styles from './devices-table.module.css';

/** The mark of a device, by what it says it is. */
export function DeviceTile(props: { readonly device: DeviceSummary }): JSX.Element {
  return (
    <span class={styles.tile} aria-hidden="true">
      <Dynamic component={iconOf(props.device)} size={16} />
    </span>
  );
}

/** The first that fits: an Android television is a television. */
const looks = [
  [/\b(tv|webos|tizen|roku|vizio|chromecast|shield|playstation|xbox|kodi)|bravia/i, Tv],
  [/ipad|tablet/i, Tablet],
  [/ios|iphone|android|mobile/i, Smartphone],
  [/\bweb\b|chrome|firefox|safari|edge|opera/i, AppWindow],
  [/windows|mac ?os|os ?x|linux|desktop/i, Monitor],
] as const;

const iconOf = ({ kind, product, platform, device }: DeviceSummary): typeof Tv => {
  if (kind === 'server') return ServerIcon;
  if (kind !== 'other') return Monitor;
  const said = [product, platform, device].join(' ');
  return looks.find(([pattern]) => pattern.test(said))?.[1] ?? MonitorSmartphone;
};
