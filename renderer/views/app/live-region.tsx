import type { JSX } from 'solid-js';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface LiveRegionProps {
  readonly text: string;
}

/**
 * Where announcements for readers are put. It exists from the start: a late one is not listened to. Kobalte hides all else
 * behind a dialog from readers, and leaves what is marked as a live announcer.
 */
export function LiveRegion(props: LiveRegionProps): JSX.Element {
  return (
    <VisuallyHidden>
      <span
        role="status"
        aria-live="polite"
        aria-atomic="true"
        data-live-announcer
        data-announcements
      >
        {props.text}
      </span>
    </VisuallyHidden>
  );
}
