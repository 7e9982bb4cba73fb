import type { JSX } from 'solid-js';
import { MainView } from './main-view.tsx';

export function Shell(): JSX.Element {
  return (
    <main>
      <MainView />
    </main>
  );
}
