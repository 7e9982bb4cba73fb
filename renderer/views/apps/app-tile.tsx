import type { JSX } from 'solid-js';
import { initials } from '../../ui/initials.ts';
import styles from './app-tile.module.css';

const colourCount = 8;

/** The first letter of a program on a colour of its own, so that it is found again at a glance. */
export function AppTile(props: { readonly name: string }): JSX.Element {
  return (
    <span
      class={styles.tile}
      style={{ '--turn': `${(colourOf(props.name) * 360) / colourCount}` }}
      aria-hidden="true"
    >
      {initials(props.name, 1)}
    </span>
  );
}

/** The same for the same name, whatever else is in the list. */
const colourOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) %
  colourCount;
