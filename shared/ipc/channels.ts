import type { EventName } from './events.ts';
import type { RequestName } from './requests.ts';

/** Channel names are computed, never typed by hand. */
export const requestChannel = (name: RequestName): string => `usher:request:${name}`;
export const eventChannel = (name: EventName): string => `usher:event:${name}`;
