import { render } from 'solid-js/web';
import { createClient } from './bridge/client.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './views/app/app.tsx';

const root = document.getElementById('root');
if (root !== null) render(() => <App bridge={createClient(window.usher)} />, root);
