import {
  createEffect,
  createSignal,
  createUniqueId,
  onCleanup,
  Show,
  splitProps,
  type ComponentProps,
  type JSX,
} from 'solid-js';
import { Portal } from 'solid-js/web';
import { cx } from './cx.ts';
import styles from './tooltip.module.css';

interface TipButtonProps extends Omit<
  ComponentProps<'button'>,
  'class' | 'classList' | 'style' | 'type' | 'ref'
> {
  readonly type?: 'button' | 'submit' | 'reset' | undefined;
  /** Nothing is shown while there is nothing to say. */
  readonly tip: string | undefined;
  /** Below it, unless that would lie over the next one of a column. */
  readonly side?: 'below' | 'end';
  readonly class?: string | undefined;
}

/** A button with a tooltip. */
export function TipButton(props: TipButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['tip', 'side']);
  const tip = createTip(() => own.tip);
  return (
    <>
      <button {...rest} ref={tip.follow} aria-describedby={tip.id() ?? rest['aria-describedby']} />
      <Tip tip={tip} text={own.tip} isAtEnd={own.side === 'end'} />
    </>
  );
}

interface TipMarkProps {
  /** What the mark says, for readers; the tooltip where it has none of its own. */
  readonly label: string;
  readonly tip?: string;
  /** An icon. */
  readonly children: JSX.Element;
  readonly class?: string | undefined;
}

/** An icon that means something: it can be reached by the keyboard, and says it there too. */
export function TipMark(props: TipMarkProps): JSX.Element {
  const tip = createTip(() => props.tip ?? props.label);
  return (
    <>
      <span
        ref={tip.follow}
        role="img"
        tabindex={0}
        aria-label={props.label}
        aria-describedby={props.tip === undefined ? undefined : tip.id()}
        class={cx(styles.mark, props.class)}
      >
        {props.children}
      </span>
      <Tip tip={tip} text={props.tip ?? props.label} />
    </>
  );
}

interface TipState {
  /** Of the tooltip, while it is shown. */
  readonly id: () => string | undefined;
  readonly follow: (trigger: HTMLElement) => void;
  readonly trigger: () => HTMLElement | undefined;
  readonly hold: () => void;
  readonly leave: () => void;
}

const openDelayMs = 400;
/** Long enough to come from the trigger to the tooltip, which may be read and selected. */
const closeDelayMs = 100;

/**
 * When a tooltip is shown: after a moment under the pointer, at once with the keyboard's focus, until Escape or a press.
 * Kobalte's would bring its whole positioning into the first view, for a line of text below a button.
 */
function createTip(text: () => string | undefined): TipState {
  const id = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(false);
  let trigger: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (open: boolean, delayMs: number): void => {
    clearTimeout(timer);
    if (delayMs === 0) setIsOpen(open);
    else timer = setTimeout(() => setIsOpen(open), delayMs);
  };
  /** A button that is busy hears nothing of the pointer, and so not that it leaves: whatever it comes upon next tells. */
  const onPointerOver = ({ target }: PointerEvent): void => {
    const isHere = [trigger, document.getElementById(id)].some(
      (element) => target instanceof Node && element?.contains(target) === true,
    );
    if (!isHere) leave();
  };
  const leave = (): void => {
    document.removeEventListener('pointerover', onPointerOver, true);
    turn(false, closeDelayMs);
  };
  onCleanup(() => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', onPointerOver, true);
  });

  const isShown = () => isOpen() && text() !== undefined;
  createEffect(() => {
    if (!isShown()) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // The first Escape is the tooltip's; the dialog around it stays.
      event.stopPropagation();
      turn(false, 0);
    };
    document.addEventListener('keydown', onKeyDown, true);
    onCleanup(() => document.removeEventListener('keydown', onKeyDown, true));
  });

  return {
    id: () => (isShown() ? id : undefined),
    trigger: () => trigger,
    hold: () => turn(true, 0),
    leave,
    follow: (element) => {
      trigger = element;
      element.addEventListener('pointerenter', (event) => {
        if (event.pointerType === 'touch') return;
        document.addEventListener('pointerover', onPointerOver, true);
        turn(true, isOpen() ? 0 : openDelayMs);
      });
      element.addEventListener('pointerleave', leave);
      element.addEventListener('focus', () => {
        // One that was pressed has the focus too, and has just been understood.
        if (element.matches(':focus-visible')) turn(true, 0);
      });
      element.addEventListener('blur', () => turn(false, 0));
      element.addEventListener('pointerdown', () => turn(false, 0));
      element.addEventListener('click', () => turn(false, 0));
    },
  };
}

function Tip(props: {
  readonly tip: TipState;
  readonly text: string | undefined;
  readonly isAtEnd?: boolean;
}): JSX.Element {
  return (
    <Show when={props.tip.id()}>
      {(id) => (
        <Portal>
          <div
            ref={(element) => {
              const put = props.isAtEnd === true ? placeAtEnd : place;
              queueMicrotask(() => put(element, props.tip.trigger()));
            }}
            id={id()}
            role="tooltip"
            class={styles.tip}
            onPointerEnter={() => props.tip.hold()}
            onPointerLeave={() => props.tip.leave()}
          >
            <span class={styles.text}>{props.text}</span>
          </div>
        </Portal>
      )}
    </Show>
  );
}

/** Below its trigger, or above it where there is no room; always inside the window. */
function place(tip: HTMLElement, trigger: HTMLElement | undefined): void {
  if (trigger === undefined) return;
  const at = trigger.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const isBelow = at.bottom + height <= innerHeight;
  const middle = at.left + at.width / 2;
  const left = Math.max(4, Math.min(middle - width / 2, innerWidth - width - 4));
  tip.style.top = `${isBelow ? at.bottom : at.top - height}px`;
  tip.style.left = `${left}px`;
  tip.style.setProperty('--arrow', `${middle - left}px`);
  tip.dataset['side'] = isBelow ? 'below' : 'above';
}

/** Beside its trigger, in the middle of its height. */
function placeAtEnd(tip: HTMLElement, trigger: HTMLElement | undefined): void {
  if (trigger === undefined) return;
  const at = trigger.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(trigger).direction === 'rtl';
  tip.style.top = `${at.top + (at.height - height) / 2}px`;
  tip.style.left = `${isRightToLeft ? at.left - width - 8 : at.right + 8}px`;
  tip.dataset['side'] = 'end';
}
