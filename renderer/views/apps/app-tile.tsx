import type { JSX } from 'solid-js';
import { initials } from '../../ui/initials.ts';
import styles from './app-tile.module.css';

/** How far the hue of the accent is turned. None comes near the red that is for danger alone. */
const turns = [0, 55, 90, 130, 210, 250, 305] as const;

/** The first letter of a program on a colour of its own, so that it is found again at a glance. */
export function AppTile(props: { readonly name: string }): JSX.Element {
  return (
    <span class={styles.tile} style={{ '--turn': `${turnOf(props.name)}` }} aria-hidden="true">
      {initials(props.name, 1)}
    </span>
  );
}

/** The same for the same name, whatever else is in the list. */
function turnOf(name: string): number {
  const sum = Array.from(name).reduce(
    (before, letter) => (before * 37 + (letter.codePointAt(0) ?? 0)) % 65_521,
    0,
  );
  return turns[sum % turns.length] ?? 0;
}
