import type { JSX } from 'solid-js';

/** An usher's torch, a lamp and its beam: the icon of the app, which the system shows too. */
export function Mark(props: { readonly class?: string | undefined }): JSX.Element {
  return (
    <svg class={props.class} viewBox="0 0 24 24" aria-hidden="true">
      <defs>
        <linearGradient id="mark-ground" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="#128086" />
          <stop offset="1" stop-color="#084b50" />
        </linearGradient>
        <linearGradient id="mark-beam" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stop-color="#fff" stop-opacity="0.75" />
          <stop offset="1" stop-color="#fff" stop-opacity="0.22" />
        </linearGradient>
      </defs>
      <rect width="24" height="24" rx="5.4" fill="url(#mark-ground)" />
      <path d="M12.65 10.1 20 6.2v11.6l-7.35-3.9z" fill="url(#mark-beam)" />
      <path
        d="M4 10.2h5.2l3.2-1.7v7l-3.2-1.7H4z"
        fill="#fff"
        stroke="#fff"
        stroke-width="0.5"
        stroke-linejoin="round"
      />
    </svg>
  );
}
