import Check from 'lucide-solid/icons/check';
import { createSignal, createUniqueId, For, onMount, Show, type JSX } from 'solid-js';
import { accountFieldText, dataText } from '../../../shared/words/account.ts';
import { commonText } from '../../../shared/words/app.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import type { AccountField, FieldGroup, FieldPart } from './account-field.ts';
import styles from './field-group-view.module.css';

interface FieldGroupViewProps {
  /** Those of its fields that are shown. */
  readonly group: FieldGroup;
  /** With all of its fields. */
  readonly all: FieldGroup;
  readonly takesFocus: boolean;
}

/** A few fields of an account under one heading: names and values in columns, a landmark for readers. */
export function FieldGroupView(props: FieldGroupViewProps): JSX.Element {
  const titleId = createUniqueId();
  let title: HTMLHeadingElement | undefined;
  const fieldsOf = ({ parts }: FieldGroup) => parts.flatMap(({ fields }) => fields);
  const given = () => fieldsOf(props.all).filter(({ value }) => value !== null).length;
  onMount(() => {
    if (props.takesFocus) title?.focus();
  });
  return (
    <section class={styles.group} aria-labelledby={titleId}>
      <div class={styles.head}>
        <h2 ref={(heading) => (title = heading)} id={titleId} class={styles.title} tabindex={-1}>
          {props.group.title}
        </h2>
        <Show when={fieldsOf(props.all).length > 0}>
          <p class={styles.count}>{dataText().givenOf(given(), fieldsOf(props.all).length)}</p>
        </Show>
      </div>
      <div class={styles.parts}>
        <For each={props.group.parts}>{(part) => <Part part={part} />}</For>
        <Show when={props.group.note}>{(note) => <p class={styles.note}>{note()}</p>}</Show>
      </div>
    </section>
  );
}

function Part(props: { readonly part: FieldPart }): JSX.Element {
  return (
    <div class={styles.part}>
      <Show when={props.part.heading}>
        {(heading) => <h3 class={styles.heading}>{heading()}</h3>}
      </Show>
      <Show when={props.part.name}>
        {(name) => (
          <div class={styles.summary}>
            <bdi class={styles.name} title={name()}>
              {name()}
            </bdi>
            <For each={props.part.states}>
              {(state) => <Chip tone={state.tone}>{state.text}</Chip>}
            </For>
          </div>
        )}
      </Show>
      <Show when={props.part.fields.length > 0}>
        <dl>
          <For each={props.part.fields}>{(field) => <Field field={field} />}</For>
        </dl>
      </Show>
      <Show when={props.part.note}>{(note) => <p class={styles.note}>{note()}</p>}</Show>
    </div>
  );
}

function Field(props: { readonly field: AccountField }): JSX.Element {
  const listId = createUniqueId();
  // Untracked: another field is another row.
  // eslint-disable-next-line solid/reactivity
  const [isOpen, setIsOpen] = createSignal(props.field.isOpen === true);
  const text = () => accountFieldText().plexPass;
  return (
    <div class={styles.field}>
      <dt class={styles.label}>
        <LongText>{props.field.label}</LongText>
      </dt>
      <dd class={cx(styles.value, props.field.isMono === true && styles.mono)}>
        <Show
          when={props.field.value}
          fallback={<span class={styles.missing}>{commonText().notGiven}</span>}
        >
          {(value) => (
            <>
              <LongText>{value()}</LongText>
              <Show when={props.field.sent}>
                {(sent) => (
                  <code class={styles.sent}>
                    <bdi>{sent()}</bdi>
                  </code>
                )}
              </Show>
              <Show when={props.field.mark}>
                {(mark) => (
                  <span class={mark().isGood ? styles.good : styles.bad}>
                    <Show when={mark().isGood}>
                      <Check size={14} stroke-width={2.25} aria-hidden="true" />
                    </Show>
                    {mark().text}
                  </span>
                )}
              </Show>
              <Show when={props.field.features}>
                <button
                  type="button"
                  class={styles.toggle}
                  aria-expanded={isOpen()}
                  aria-controls={listId}
                  aria-label={isOpen() ? text().hideFeatures : text().showFeatures}
                  onClick={() => setIsOpen(!isOpen())}
                >
                  {isOpen() ? text().hide : text().show}
                </button>
              </Show>
              <Show when={props.field.note}>
                {(note) => <span class={styles.fieldNote}>{note()}</span>}
              </Show>
            </>
          )}
        </Show>
        <Show when={props.field.features}>
          {(features) => (
            <ul id={listId} class={styles.features} aria-label={text().features} hidden={!isOpen()}>
              <Show when={isOpen()}>
                <For each={features()}>
                  {(feature) => (
                    <li class={styles.feature} title={feature}>
                      <bdi>{feature}</bdi>
                    </li>
                  )}
                </For>
              </Show>
            </ul>
          )}
        </Show>
      </dd>
    </div>
  );
}

/** Text from Plex of any length: a few lines of it, the rest in the tooltip, and always in its own direction. */
function LongText(props: { readonly children: string }): JSX.Element {
  return (
    <span class={styles.text} title={props.children.length > 80 ? props.children : undefined}>
      <bdi>{props.children}</bdi>
    </span>
  );
}
