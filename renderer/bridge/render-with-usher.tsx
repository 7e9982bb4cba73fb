import { cleanup, render } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { afterEach } from 'vitest';
import type { State } from '../../shared/model/state.ts';
import type { Route } from '../state/route.ts';
import { useUsher, type Usher } from '../state/use-usher.ts';
import { UsherProvider } from '../state/usher-provider.tsx';
import { createTestBridge, type TestBridge } from './create-test-bridge.ts';
import { testData } from './test-data.ts';

// The library cleans up by itself only where the test runner's functions are global.
afterEach(cleanup);

interface Options {
  readonly route?: Route;
  /** Sets what main answers to what is asked at once. */
  readonly prepare?: (bridge: TestBridge) => void;
}

interface Rendered {
  readonly bridge: TestBridge;
  /** What the views work with. */
  readonly usher: Usher;
  /** What was told to readers, oldest first. */
  readonly announced: readonly string[];
  readonly unmount: () => void;
}

/** Shows part of the window as if main had answered with this snapshot. For tests. */
export function renderWithUsher(
  ui: () => JSX.Element,
  change: Partial<State> = {},
  options: Options = {},
): Rendered {
  const snapshot = testData.snapshot(change);
  const bridge = createTestBridge(snapshot);
  options.prepare?.(bridge);
  const announced: string[] = [];
  let usher: Usher | undefined;
  const Inside = (): JSX.Element => {
    usher = useUsher();
    return ui();
  };
  const { unmount } = render(() => (
    <UsherProvider
      bridge={bridge}
      snapshot={snapshot}
      onAnnounce={(text) => announced.push(text)}
      {...(options.route === undefined ? {} : { route: options.route })}
    >
      <Inside />
    </UsherProvider>
  ));
  if (usher === undefined) throw new Error('nothing was rendered');
  return { bridge, usher, announced, unmount };
}
