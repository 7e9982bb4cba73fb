import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleSlash from 'lucide-solid/icons/circle-slash-2';
import Check from 'lucide-solid/icons/check';
import Clock from 'lucide-solid/icons/clock';
import LockOpen from 'lucide-solid/icons/lock-open';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import WifiOff from 'lucide-solid/icons/wifi-off';
import X from 'lucide-solid/icons/x';
import { createSignal, type JSX } from 'solid-js';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ChipPopover } from '../ui/chip-popover.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { InlineError, LinkButton } from '../ui/inline-error.tsx';
import { CountdownRing } from '../ui/ring.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { TimeBar } from '../ui/time-bar.tsx';
import { ToastPlace, type Toast } from '../ui/toast.tsx';
import { TipMark } from '../ui/tooltip.tsx';
import { WaitButton } from '../ui/wait-button.tsx';
import { Panel, Row, Sheet } from './sheet.tsx';
import styles from './sheet.module.css';

const nothing = (): undefined => undefined;
const hourMs = 60 * 60 * 1000;

/** What is told: of the whole page, of one thing, in passing, and by a state. */
export function MessagesPage(): JSX.Element {
  return (
    <Sheet
      title="Messages"
      left={
        <>
          <Panel title="Banners">
            <Banners />
          </Panel>
          <Panel title="Toasts">
            <Toasts />
          </Panel>
        </>
      }
      right={
        <>
          <Panel title="Chips (state only)">
            <Chips />
          </Panel>
          <Panel title="Tooltip">
            <Row>
              <IconButton label="Refresh" icon={<RefreshCw size={16} />} onClick={nothing} />
              <TipMark label="Unencrypted, but only on this computer.">
                <LockOpen size={16} aria-hidden="true" />
              </TipMark>
            </Row>
          </Panel>
          <Panel title="Countdown">
            <p class={styles.timeLeft}>
              <Countdown remainingMs={31.2 * hourMs} />
              <small>left</small>
            </p>
            <TimeBar remainingMs={31.2 * hourMs} totalMs={48 * hourMs} />
            <TimeBar remainingMs={1.5 * hourMs} totalMs={48 * hourMs} isThin />
          </Panel>
          <Panel title="Progress">
            <Row>
              <CountdownRing remainingMs={10_000} totalMs={10_000} />
              <CountdownRing remainingMs={7_000} totalMs={10_000} />
              <CountdownRing remainingMs={2_500} totalMs={10_000} />
              <span class={styles.inline}>
                <Spinner /> Waiting for plex.tv…
              </span>
            </Row>
          </Panel>
          <Panel title="Confirm">
            <Confirm />
          </Panel>
        </>
      }
    />
  );
}

function Banners(): JSX.Element {
  return (
    <>
      <Banner
        tone="danger"
        title="sam was signed out"
        detail="Plex no longer accepts this account’s token."
        actions={<Button size="small">Sign in again</Button>}
      />
      <Banner
        tone="warn"
        title="Too many requests"
        detail="Plex is limiting requests. You’re still signed in."
        actions={
          <WaitButton
            size="small"
            remainingMs={44_000}
            waitLabel={(left) => `Try again in ${left}`}
          >
            Try again
          </WaitButton>
        }
      />
      <Banner
        tone="warn"
        title="The copied Cabin token no longer works"
        detail="The server restarted."
        actions={<Button size="small">Mint a new one</Button>}
      />
      <Banner
        tone="info"
        title="Your data is from a newer version of Usher"
        detail="Changes won’t be saved."
        actions={<Button size="small">Get update</Button>}
      />
      <Banner
        tone="ok"
        title="2 devices revoked"
        detail="Plex no longer lists them."
        onDismiss={nothing}
      />
      <Banner
        tone="neutral"
        icon={<WifiOff size={18} aria-hidden="true" />}
        title="Offline. Showing data from 1 min ago."
        actions={
          <Button size="small" kind="quiet">
            Try again
          </Button>
        }
      />
      <InlineError
        actions={
          <>
            <LinkButton onClick={nothing}>Try again</LinkButton>
            <LinkButton onClick={nothing}>Details</LinkButton>
          </>
        }
      >
        Couldn’t reach Granny’s.
      </InlineError>
    </>
  );
}

function Toasts(): JSX.Element {
  const lasting = (label: string, toast: Omit<Toast, 'isLasting'>): JSX.Element => (
    <div class={styles.toast}>
      <ToastPlace label={label} toast={{ ...toast, isLasting: true }} onOver={nothing} />
    </div>
  );
  return (
    <div class={styles.stack}>
      {lasting('Clipboard', {
        tone: 'ok',
        title: 'Attic token copied',
        detail: (
          <>
            <CountdownRing remainingMs={21_000} totalMs={30_000} /> Clears in 21 s
          </>
        ),
        actions: () => (
          <>
            <Button size="small" kind="plain">
              Don’t clear
            </Button>
            <Button size="small" kind="quiet">
              Clear
            </Button>
          </>
        ),
      })}
      {lasting('New token', {
        tone: 'ok',
        title: 'New token for Attic copied',
        detail: 'The one you picked no longer worked.',
      })}
      {lasting('Unchecked token', {
        tone: 'warn',
        title: 'Copied, but Usher couldn’t check that it still works',
      })}
    </div>
  );
}

function Chips(): JSX.Element {
  const icon = { size: 12, 'stroke-width': 2.25, 'aria-hidden': 'true' } as const;
  return (
    <Row>
      <Chip tone="ok" icon={<Check {...icon} />}>
        Valid · 31 h
      </Chip>
      <Chip tone="ok" icon={<Check {...icon} />}>
        Online
      </Chip>
      <Chip tone="warn" icon={<Clock {...icon} />}>
        Expires in 52 min
      </Chip>
      <ChipPopover
        tone="warn"
        icon={<TriangleAlert {...icon} />}
        title="Update this server"
        text="Before version 1.42.1 anyone on its network can read its tokens (CVE-2025-34158)."
        ways={<LinkButton onClick={nothing}>Read the notice</LinkButton>}
      >
        Update required
      </ChipPopover>
      <Chip tone="danger" icon={<X {...icon} />}>
        Revoked
      </Chip>
      <Chip icon={<Clock {...icon} />}>Expired</Chip>
      <Chip icon={<CircleDashed {...icon} />}>Not checked</Chip>
      <Chip icon={<CircleSlash {...icon} />}>No longer valid</Chip>
      <Chip tone="info" icon={<RefreshCw {...icon} />}>
        Checking…
      </Chip>
    </Row>
  );
}

function Confirm(): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false);
  return (
    <>
      <div>
        <Button kind="danger" onClick={() => setIsOpen(true)}>
          Revoke 2 devices…
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        onConfirm={() => setIsOpen(false)}
        title="Revoke 2 devices?"
        description="They’ll have to sign in again."
        confirmLabel="Revoke 2 devices"
        isDangerous
      />
    </>
  );
}
