import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** Whether a media query holds, now and whenever that changes. */
export function createMedia(query: string): Accessor<boolean> {
  const media = window.matchMedia(query);
  const [holds, setHolds] = createSignal(media.matches);
  const follow = (): void => void setHolds(media.matches);
  media.addEventListener('change', follow);
  onCleanup(() => media.removeEventListener('change', follow));
  return holds;
}
