import { render } from 'solid-js/web';
import { ok } from '../../shared/result.ts';
import { setLanguage } from '../../shared/words/language.ts';
import { createTestBridge } from '../bridge/create-test-bridge.ts';
import { testData } from '../bridge/test-data.ts';
import { UsherProvider } from '../state/usher-provider.tsx';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { loadOnDemand } from '../ui/on-demand.ts';
import { ControlsPage } from './controls-page.tsx';
import { MessagesPage } from './messages-page.tsx';

/**
 * Every control in every state, for the tour to photograph and for tests to judge. Nothing of the app leads here: it is
 * built by itself, without main, and is in no package.
 */
setLanguage('en');
// Its clock stands still: every picture of it is the same.
performance.now = () => 0;
const snapshot = testData.snapshot();
const bridge = createTestBridge(snapshot);
bridge.answer('secret.reveal', () => ok({ secret: 'a7cGx2-9fRqd81Ykd6e3', visibleMs: 10_000 }));
const root = document.getElementById('root');
await loadOnDemand();
const isMessages = location.hash === '#messages';
if (root !== null) {
  render(
    () => (
      <UsherProvider bridge={bridge} snapshot={snapshot}>
        {isMessages ? <MessagesPage /> : <ControlsPage />}
      </UsherProvider>
    ),
    root,
  );
}
