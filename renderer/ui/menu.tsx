import { createEffect, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { cx } from './cx.ts';
import styles from './menu.module.css';
import { onDemand } from './on-demand.ts';
import { createStandIn } from './stand-in.ts';
import type { MenuProps } from './whole-menu.tsx';

/** Kobalte's is large, and a view is there before anybody opens one. */
const wholeMenu = onDemand(async () => (await import('./whole-menu.tsx')).WholeMenu);

/** A button with a few further actions. */
export function Menu(props: MenuProps): JSX.Element {
  const standIn = createStandIn(wholeMenu);
  createEffect(() => {
    if (props.summons !== null && props.summons !== undefined) void wholeMenu.load();
  });
  const look = () => props.triggerClass ?? cx(styles.trigger, styles[props.size ?? 'medium']);
  return (
    <Show
      when={wholeMenu.component()}
      fallback={
        <button
          type="button"
          class={look()}
          aria-label={props.label}
          aria-haspopup="menu"
          aria-expanded="false"
          {...standIn.handlers}
        >
          {props.icon}
        </button>
      }
    >
      {(component) => (
        <Dynamic
          component={component()}
          label={props.label}
          icon={props.icon}
          items={props.items}
          triggerClass={look()}
          summons={props.summons}
          onClosed={props.onClosed}
          before={standIn.before}
        />
      )}
    </Show>
  );
}
