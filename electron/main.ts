import { setLanguage } from '../shared/words/language.ts';
import { runUsher } from './shell/run-usher.ts';
import { systemClock } from './timing.ts';

setLanguage('en');
runUsher({ clock: systemClock, appFolder: import.meta.dirname });
