import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import Copy from 'lucide-solid/icons/copy';
import Eye from 'lucide-solid/icons/eye';
import FilePen from 'lucide-solid/icons/file-pen';
import Link from 'lucide-solid/icons/link';
import LogIn from 'lucide-solid/icons/log-in';
import LogOut from 'lucide-solid/icons/log-out';
import Plus from 'lucide-solid/icons/plus';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import TicketPlus from 'lucide-solid/icons/ticket-plus';
import Trash from 'lucide-solid/icons/trash';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { ActivityKind } from '../../../shared/model/activity.ts';
import styles from './activity-list.module.css';

const icons = {
  signedIn: LogIn,
  signedOut: LogOut,
  removed: Trash,
  minted: TicketPlus,
  copied: Copy,
  revealed: Eye,
  proved: CircleCheck,
  rejected: TriangleAlert,
  revoked: LogOut,
  forgotten: Ban,
  linked: Link,
  added: Plus,
  rotated: RefreshCw,
  written: FilePen,
} as const satisfies Record<ActivityKind, unknown>;

/** The mark of what was done. */
export function ActivityIcon(props: { readonly kind: ActivityKind }): JSX.Element {
  return (
    <span class={styles.icon} data-problem={props.kind === 'rejected' ? '' : undefined}>
      <Dynamic component={icons[props.kind]} size={16} aria-hidden="true" />
    </span>
  );
}
