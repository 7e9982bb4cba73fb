import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronUp from 'lucide-solid/icons/chevron-up';
import { createMemo, createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { accountFieldText } from '../../../shared/words/account.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Tags } from './tags.tsx';
import styles from './group.module.css';

interface FeatureListProps {
  readonly features: readonly string[];
}

const text = () => accountFieldText().plexPass;
const searchFrom = 13;

/** The features Plex names, out of the way until they are wanted: there are seventy and more. */
export function FeatureList(props: FeatureListProps): JSX.Element {
  const id = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(false);
  const [query, setQuery] = createSignal('');
  const found = createMemo(() => {
    const wanted = query().trim().toLocaleLowerCase();
    return props.features.filter((feature) => feature.toLocaleLowerCase().includes(wanted));
  });
  return (
    <Show when={props.features.length > 0}>
      <div class={styles.features}>
        <Button
          size="small"
          kind="quiet"
          class={styles.toggle}
          aria-expanded={isOpen()}
          aria-controls={id}
          icon={
            <Show when={isOpen()} fallback={<ChevronDown size={14} aria-hidden="true" />}>
              <ChevronUp size={14} aria-hidden="true" />
            </Show>
          }
          onClick={() => setIsOpen(!isOpen())}
        >
          {isOpen() ? text().hideFeatures : text().showFeatures}
        </Button>
        <div id={id} class={styles.features} hidden={!isOpen()}>
          <Show when={isOpen()}>
            <Show when={props.features.length >= searchFrom}>
              <SearchField
                label={text().searchFeatures}
                placeholder={text().searchFeatures}
                value={query()}
                onInput={setQuery}
              />
            </Show>
            <Show
              when={found().length > 0}
              fallback={<p class={styles.none}>{text().noFeature(query())}</p>}
            >
              <Tags label={text().features} items={found()} />
            </Show>
          </Show>
        </div>
      </div>
    </Show>
  );
}
