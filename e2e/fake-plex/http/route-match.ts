import type { Route } from './route.ts';

/** What a router makes of a method and a path. */
export type RouteMatch =
  | {
      readonly kind: 'found';
      readonly route: Route;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'wrongMethod' }
  | { readonly kind: 'unknown' };
