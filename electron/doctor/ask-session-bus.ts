import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SECOND_MS } from '../timing.ts';

const run = promisify(execFile);
const limitMs = 3 * SECOND_MS;

/** One call on the session bus; every argument is a string. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly method: string;
  readonly args: readonly string[];
}

export type BusAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused' }
  /** None of the programs that speak to the bus is installed. */
  | { readonly kind: 'noProgram' };

const programs: readonly (readonly [string, (call: BusCall) => readonly string[]])[] = [
  [
    'gdbus',
    ({ destination, path, interface: name, method, args }) => [
      ...['call', '--session', '--timeout', '3', '--dest', destination, '--object-path', path],
      ...['--method', `${name}.${method}`, ...args],
    ],
  ],
  [
    'dbus-send',
    ({ destination, path, interface: name, method, args }) => [
      ...['--session', '--print-reply=literal', '--reply-timeout=3000', `--dest=${destination}`],
      ...[path, `${name}.${method}`, ...args.map((text) => `string:${text}`)],
    ],
  ],
  [
    'busctl',
    ({ destination, path, interface: name, method, args }) => [
      ...['--user', '--timeout=3', 'call', destination, path, name, method],
      ...(args.length === 0 ? [] : ['s'.repeat(args.length), ...args]),
    ],
  ],
];

/** Asks through whichever of the usual programs is there; their answers differ in form, so it is left as text. */
export async function askSessionBus(call: BusCall, env: NodeJS.ProcessEnv): Promise<BusAnswer> {
  for (const [program, argsOf] of programs) {
    try {
      const { stdout } = await run(program, [...argsOf(call)], { env, timeout: limitMs });
      return { kind: 'answer', text: stdout.trim() };
    } catch (thrown) {
      const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (!isMissing) return { kind: 'refused' };
    }
  }
  return { kind: 'noProgram' };
}
