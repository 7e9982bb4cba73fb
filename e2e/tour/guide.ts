import type { Desk } from '../fixtures/desk.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import type { PlexPages } from '../pages/plex-pages.ts';
import type { FakeControl } from './fake-control.ts';
import type { Tour } from './tour.ts';

/** What a chapter of the tour works with. */
export interface Guide {
  readonly tour: Tour;
  readonly usher: UsherApp;
  readonly plex: FakeControl;
  readonly desk: Desk;
  /** Plex in the person's browser. */
  readonly plexPages: PlexPages;
}
