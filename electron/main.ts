import { runUsher } from './shell/run-usher.ts';
import { systemClock } from './timing.ts';

runUsher({ clock: systemClock, appFolder: import.meta.dirname });
