import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import Check from 'lucide-solid/icons/check';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import {
  createEffect,
  createSignal,
  For,
  Index,
  Match,
  on,
  Show,
  Switch,
  type JSX,
} from 'solid-js';
import { cx } from './cx.ts';
import { takeFocus, type StandIn } from './stand-in.ts';
import styles from './menu.module.css';

export interface MenuProps {
  /** Names the button that opens it. */
  readonly label: string;
  readonly icon: JSX.Element;
  readonly items: readonly MenuEntry[];
  readonly size?: 'tiny' | 'small' | 'medium';
  /** Of the button, in place of its own look. */
  readonly triggerClass?: string | undefined;
  /** Set anew, it opens the menu elsewhere than at its button. */
  readonly summons?: MenuSummons | null | undefined;
  /** It is closed, and whatever was chosen in it is done. */
  readonly onClosed?: (() => void) | undefined;
}

/** A wish for a menu at a point of the window, as by the secondary button of a pointer. */
export interface MenuSummons {
  readonly x: number;
  readonly y: number;
  /** What gets the focus back. */
  readonly from: HTMLElement | null;
}

export interface MenuAction {
  readonly label: string;
  /** A second line, smaller. */
  readonly detail?: string;
  /** An icon of 16. */
  readonly icon?: JSX.Element;
  /** The keys that do the same, at the end: "Alt", "↵". */
  readonly shortcut?: readonly string[];
  /** What it comes to, in fixed width, at the end: `••••d6e3`. */
  readonly preview?: string;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
}

/** One of several holds, and has the check mark. */
interface MenuChoice {
  /** What is chosen, for readers. */
  readonly choice: string;
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** What it comes to, in fixed width: `••••d6e3`. */
    readonly preview?: string;
  }[];
  readonly onChoose: (value: string) => void;
}

interface MenuMore {
  readonly label: string;
  readonly icon?: JSX.Element;
  readonly items: readonly MenuEntry[];
}

export type MenuEntry = MenuAction | MenuChoice | MenuMore | 'line';

interface WholeMenuProps extends Omit<MenuProps, 'size'> {
  readonly triggerClass: string | undefined;
  readonly before: StandIn;
}

/** A menu with its button, on Kobalte. */
export function WholeMenu(props: WholeMenuProps): JSX.Element {
  // Untracked: what was done before it came is over.
  // eslint-disable-next-line solid/reactivity
  const [isOpen, setIsOpen] = createSignal(props.before.isPressed);
  /** Null where its button opened it. */
  const [summons, setSummons] = createSignal<MenuSummons | null>(null);
  createEffect(
    on(
      () => props.summons,
      (summoned) => {
        if (summoned === null || summoned === undefined) return;
        setSummons(summoned);
        setIsOpen(true);
      },
    ),
  );
  return (
    <DropdownMenu
      placement={summons() === null ? 'bottom-end' : 'bottom-start'}
      gutter={summons() === null ? 4 : 0}
      getAnchorRect={(button) => {
        const point = summons();
        return point === null ? button?.getBoundingClientRect() : { x: point.x, y: point.y };
      }}
      open={isOpen()}
      onOpenChange={(opens) => {
        // Nobody but its button opens it this way.
        if (opens) setSummons(null);
        setIsOpen(opens);
      }}
    >
      <DropdownMenu.Trigger
        ref={(trigger: HTMLElement) => takeFocus(trigger, props.before)}
        class={props.triggerClass}
        aria-label={props.label}
      >
        {props.icon}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          class={styles.menu}
          onCloseAutoFocus={() => {
            const from = summons()?.from;
            const { onClosed } = props;
            // After Kobalte has given it to the button.
            queueMicrotask(() => {
              from?.focus();
              onClosed?.();
            });
          }}
        >
          <Entries items={props.items} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

function Entries(props: { readonly items: readonly MenuEntry[] }): JSX.Element {
  // Where one has an icon, the words of all stand in one line below another.
  const hasIcons = () =>
    props.items.some((item) => item !== 'line' && 'icon' in item && item.icon !== undefined);
  return (
    // By their places: what changes while the menu is open must not take an entry from under the pointer or the focus.
    <Index each={props.items}>
      {(item) => (
        <Switch>
          <Match when={item() === 'line'}>
            <DropdownMenu.Separator class={styles.line} />
          </Match>
          <Match when={asAction(item())}>
            {(action) => (
              <DropdownMenu.Item
                class={cx(styles.item, action().isDangerous === true && styles.danger)}
                onSelect={() => action().onSelect()}
              >
                <Show when={hasIcons()}>
                  <span class={styles.icon}>{action().icon}</span>
                </Show>
                <span class={styles.words}>
                  {action().label}
                  <Show when={action().detail}>
                    <span class={styles.detail}>{action().detail}</span>
                  </Show>
                </span>
                <Show when={action().preview}>
                  <code class={styles.preview} dir="ltr">
                    {action().preview}
                  </code>
                </Show>
                <Show when={action().shortcut}>
                  {(keys) => (
                    <span class={styles.shortcut}>
                      <For each={keys()}>{(key) => <kbd class={styles.key}>{key}</kbd>}</For>
                    </span>
                  )}
                </Show>
              </DropdownMenu.Item>
            )}
          </Match>
          <Match when={asChoice(item())}>{(choice) => <Choice choice={choice()} />}</Match>
          <Match when={asMore(item())}>
            {(more) => (
              <DropdownMenu.Sub gutter={6} shift={-5}>
                <DropdownMenu.SubTrigger class={styles.item}>
                  <Show when={hasIcons()}>
                    <span class={styles.icon}>{more().icon}</span>
                  </Show>
                  <span class={styles.words}>{more().label}</span>
                  <ChevronRight size={14} aria-hidden="true" />
                </DropdownMenu.SubTrigger>
                <DropdownMenu.Portal>
                  <DropdownMenu.SubContent class={styles.menu}>
                    <Entries items={more().items} />
                  </DropdownMenu.SubContent>
                </DropdownMenu.Portal>
              </DropdownMenu.Sub>
            )}
          </Match>
        </Switch>
      )}
    </Index>
  );
}

const asAction = (item: MenuEntry) => (item !== 'line' && 'onSelect' in item ? item : null);
const asChoice = (item: MenuEntry) => (item !== 'line' && 'choice' in item ? item : null);
const asMore = (item: MenuEntry) => (item !== 'line' && 'items' in item ? item : null);

function Choice(props: { readonly choice: MenuChoice }): JSX.Element {
  return (
    <DropdownMenu.RadioGroup
      aria-label={props.choice.choice}
      value={props.choice.value}
      onChange={(value) => props.choice.onChoose(value)}
    >
      <Index each={props.choice.options}>
        {(option) => (
          <DropdownMenu.RadioItem class={styles.item} value={option().value} closeOnSelect>
            <span class={styles.icon}>
              <DropdownMenu.ItemIndicator>
                <Check size={16} aria-hidden="true" />
              </DropdownMenu.ItemIndicator>
            </span>
            <span class={styles.words}>{option().label}</span>
            <Show when={option().preview}>
              <code class={styles.preview} dir="ltr">
                {option().preview}
              </code>
            </Show>
          </DropdownMenu.RadioItem>
        )}
      </Index>
    </DropdownMenu.RadioGroup>
  );
}
