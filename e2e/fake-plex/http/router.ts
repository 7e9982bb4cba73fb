import type { WireAnswer, WireRequest } from './wire.ts';

interface CompiledRoute {
  readonly route: Route;
  readonly pattern: RegExp;
}

/** Finds the route for a request: the first that fits, in the order given. */
export class Router {
  readonly #routes: readonly CompiledRoute[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ route, pattern: compile(route.path) }));
  }

  /** A `HEAD` is looked up as the `GET` it stands for; a trailing slash makes no difference. */
  match(method: string, path: string): RouteMatch {
    const wanted = method === 'HEAD' ? 'GET' : method;
    const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    let pathKnown = false;
    for (const { route, pattern } of this.#routes) {
      const hit = pattern.exec(bare);
      if (hit === null) continue;
      pathKnown = true;
      if (route.method === wanted || route.method === 'ANY') {
        return { kind: 'found', route, params: decodeAll(hit.groups ?? {}) };
      }
    }
    return { kind: pathKnown ? 'wrongMethod' : 'unknown' };
  }
}

function compile(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)')}$`);
}

function decodeAll(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeOrKeep(value)]),
  );
}

function decodeOrKeep(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What answers one method (`ANY` for all of them) on one path, in which `{name}` stands for a value. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (request: WireRequest) => WireAnswer | Promise<WireAnswer>;
}

/** What a router makes of a method and a path. */
type RouteMatch =
  | {
      readonly kind: 'found';
      readonly route: Route;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'wrongMethod' }
  | { readonly kind: 'unknown' };

/** Turns a request into an answer. */
export type Dispatch = (request: WireRequest) => Promise<WireAnswer>;
