import { runUsher } from './shell/run-usher.ts';
import { systemClock } from './system-clock.ts';

runUsher({ clock: systemClock, appFolder: import.meta.dirname });
