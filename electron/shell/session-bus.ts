import type * as dbus from '@jellybrick/dbus-next';
import type { EventEmitter } from 'node:events';

/** A signal of the session bus: what it is called, and what it carries. */
export interface BusSignal {
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

export interface SessionBus {
  /** Whether a property is true; not, too, where nobody answers. Nobody is started for it. */
  isTrue(property: BusProperty): Promise<boolean>;
  close(): void;
}

interface BusProperty {
  /** Who has it. */
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly property: string;
}

interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: unknown[];
}

// https://dbus.freedesktop.org/doc/dbus-specification.html#message-bus-messages
const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/**
 * The session bus of a Linux desktop, on a connection of its own until it is closed. Calls back with each signal that a rule
 * is for (the match rules of the specification). Where there is no bus, nothing is ever heard, and nothing is true.
 */
export function openSessionBus(options: {
  readonly env: NodeJS.ProcessEnv;
  readonly rules: readonly string[];
  readonly onSignal: (signal: BusSignal) => void;
}): SessionBus {
  const { env, rules, onSignal } = options;
  const address = addressIn(env);
  let isClosed = false;

  const askOf = async (opened: Opened, call: BusCall): Promise<readonly unknown[] | null> => {
    const flags = opened.MessageFlag.NO_AUTO_START;
    try {
      return (await opened.bus.call(new opened.Message({ ...call, flags })))?.body ?? null;
    } catch {
      return null;
    }
  };

  /** Once every rule is in force, so that no change is missed after what is asked first. */
  const listen = async (): Promise<Opened | null> => {
    const opened = address === null ? null : await connect(address);
    if (opened === null) return null;
    opened.bus.on('message', ({ type, interface: name, member, body }) => {
      const isSignal = type === opened.MessageType.SIGNAL;
      if (isSignal && !isClosed) onSignal({ interface: name, member, body });
    });
    for (const rule of rules) {
      await askOf(opened, { ...daemon, member: 'AddMatch', signature: 's', body: [rule] });
    }
    return opened;
  };
  const listening = listen();

  return {
    isTrue: async ({ destination, path, interface: name, property }) => {
      const opened = await listening;
      if (opened === null || isClosed) return false;
      const [answer] =
        (await askOf(opened, {
          ...{ destination, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' },
          ...{ signature: 'ss', body: [name, property] },
        })) ?? [];
      // It comes in a variant.
      return (
        typeof answer === 'object' && answer !== null && 'value' in answer && answer.value === true
      );
    },
    close: () => {
      isClosed = true;
      void listening.then((opened) => opened?.bus.disconnect());
    },
  };
}

// The person's own bus has this place where nobody says another, as for libdbus and systemd.
const addressIn = ({ DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv) =>
  DBUS_SESSION_BUS_ADDRESS ??
  (XDG_RUNTIME_DIR === undefined ? null : `unix:path=${XDG_RUNTIME_DIR}/bus`);

/** Null where it can't be reached. */
async function connect(busAddress: string): Promise<Opened | null> {
  const { Message, MessageFlag, MessageType, sessionBus } = await import('@jellybrick/dbus-next');
  const bus = sessionBus({ busAddress });
  // SECURITY: nobody is answered: Usher offers nothing on the bus, and the library would tell of itself.
  bus.addMethodHandler(() => true);
  return new Promise((resolve) => {
    bus.once('connect', () => resolve({ bus, Message, MessageFlag, MessageType }));
    // Also of a bus that goes away later: then there is nothing to hear any more. The types leave it out.
    (bus as EventEmitter).on('error', () => resolve(null));
  });
}

type Opened = { readonly bus: dbus.MessageBus } & Pick<
  typeof dbus,
  'Message' | 'MessageFlag' | 'MessageType'
>;
