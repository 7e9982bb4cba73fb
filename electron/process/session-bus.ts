import type * as dbus from '@jellybrick/dbus-next';
import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND_MS } from '../timing.ts';

/** A signal of the session bus: what it is called, and what it carries. */
export interface BusSignal {
  /** Of the connection, by its unique name. */
  readonly sender: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Of its arguments, by the specification's letters. */
  readonly signature?: string;
  readonly body?: unknown[];
}

interface BusProperty {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly property: string;
}

export interface SessionBus {
  /** `missing`: the session has none, or it is switched off. */
  state(): Promise<'reachable' | 'unreachable' | 'missing'>;
  /** What the call answers; null where it is refused, or nobody answers within three seconds. Nobody is started for it. */
  ask(call: BusCall): Promise<readonly unknown[] | null>;
  /** Null where nobody has it; undefined where whoever should does not answer within three seconds. */
  property(property: BusProperty): Promise<unknown>;
  close(): void;
}

/** The bus itself (https://dbus.freedesktop.org/doc/dbus-specification.html#message-bus-messages). */
export const busDaemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

const answersWithinMs = 3 * SECOND_MS;

/**
 * The session bus of a Linux desktop, on a connection of its own until it is closed. Calls back with each signal that a rule
 * is for (the match rules of the specification). Where there is no bus, nothing is ever heard, and nothing is answered.
 */
export function openSessionBus(options: {
  readonly env: NodeJS.ProcessEnv;
  readonly rules?: readonly string[];
  readonly onSignal?: (signal: BusSignal) => void;
}): SessionBus {
  const { env, rules = [], onSignal = () => undefined } = options;
  const address = addressIn(env);
  const connecting = address === null ? Promise.resolve(null) : connect(address);
  let isClosed = false;

  const askOf = (opened: Opened, call: BusCall): Promise<readonly unknown[] | null> => {
    const message = new opened.Message({ ...call, flags: opened.MessageFlag.NO_AUTO_START });
    return opened.bus.call(message).then(
      (reply) => reply?.body ?? null,
      () => null,
    );
  };

  /** Once every rule is in force, so that no change is missed after what is asked first. */
  const listen = async (): Promise<Opened | null> => {
    const opened = await connecting;
    if (opened === null) return null;
    opened.bus.on('message', ({ type, sender, member, body }) => {
      const isSignal = type === opened.MessageType.SIGNAL;
      if (isSignal && !isClosed) onSignal({ sender, member, body });
    });
    for (const rule of rules) {
      await askOf(opened, { ...busDaemon, member: 'AddMatch', signature: 's', body: [rule] });
    }
    return opened;
  };
  const listening = listen();

  const askNow = async (call: BusCall): Promise<readonly unknown[] | null> => {
    const opened = await listening;
    return opened === null || isClosed ? null : askOf(opened, call);
  };
  const ask: SessionBus['ask'] = async (call) => (await inTime(askNow(call))) ?? null;

  return {
    state: async () => {
      if (address === null) return 'missing';
      return (await inTime(connecting)) ? 'reachable' : 'unreachable';
    },
    ask,
    property: async ({ destination, path, interface: name, property }) => {
      const answer = await inTime(
        askNow({
          ...{ destination, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' },
          ...{ signature: 'ss', body: [name, property] },
        }),
      );
      if (answer === undefined) return undefined;
      const variant = answer?.[0];
      return typeof variant === 'object' && variant !== null && 'value' in variant
        ? variant.value
        : null;
    },
    close: () => {
      isClosed = true;
      void connecting.then((opened) => opened?.bus.disconnect());
    },
  };
}

/** Null where the session has no bus. */
function addressIn({
  DBUS_SESSION_BUS_ADDRESS: address,
  XDG_RUNTIME_DIR: runtimeFolder,
}: NodeJS.ProcessEnv): string | null {
  if (address !== undefined && address !== '') {
    return address.startsWith('disabled:') ? null : address;
  }
  // The person's own bus has this place where nobody says another, as for libdbus and systemd.
  const socket = runtimeFolder === undefined ? null : join(runtimeFolder, 'bus');
  return socket !== null && existsSync(socket) ? `unix:path=${socket}` : null;
}

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

/** Undefined where it takes too long: a service may be there and never answer. */
function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answersWithinMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
