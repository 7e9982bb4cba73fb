import { configure } from '@solidjs/testing-library';
import { beforeAll } from 'vitest';
import { loadOnDemand } from '../ui/on-demand.ts';

// By default what is looked for is given up after a second, which a slow machine takes for other things.
configure({ asyncUtilTimeout: 20_000 });

// jsdom has none.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
// It lays nothing out either; a list whose rows exist only in sight needs a pane, and rows, of some height.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 720 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 56 });
// Nor is anything out of sight.
Element.prototype.scrollIntoView = () => undefined;
// Nor this.
window.requestIdleCallback = (callback) => window.setTimeout(callback);

// What a person finds loaded by the time they open it.
beforeAll(loadOnDemand);
