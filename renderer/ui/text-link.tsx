import ExternalLink from 'lucide-solid/icons/external-link';
import type { JSX } from 'solid-js';
import type { KnownLink } from '../../shared/contract.ts';
import { createAction } from '../state/create-action.ts';
import styles from './text-link.module.css';

interface TextLinkProps {
  readonly link: KnownLink;
  readonly children: JSX.Element;
}

/** Opens one of the pages Usher knows in the system browser. */
export function TextLink(props: TextLinkProps): JSX.Element {
  const open = createAction('link.open');
  return (
    <button
      type="button"
      role="link"
      class={styles.link}
      onClick={() => void open.run({ link: props.link })}
    >
      {props.children}
      <ExternalLink size={12} aria-hidden="true" />
    </button>
  );
}
