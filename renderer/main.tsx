import { render } from 'solid-js/web';
import { setLanguage } from '../shared/words/language.ts';
import { createClient } from './bridge/client.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './views/app/app.tsx';

setLanguage('en');
const root = document.getElementById('root');
if (root !== null) {
  const quick = window.usherQuickAccess;
  if (quick === undefined) render(() => <App bridge={createClient(window.usher)} />, root);
  else {
    void import('./views/quick-access/quick-access.tsx').then(({ QuickAccess }) =>
      render(() => <QuickAccess bridge={createClient(quick)} />, root),
    );
  }
}
