import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronUp from 'lucide-solid/icons/chevron-up';
import { Show, type JSX } from 'solid-js';
import type { JsonValue } from '../../../shared/model/account.ts';
import { recordText } from '../../../shared/words/account.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { createRecordTree } from './create-record-tree.ts';
import { RecordTreeView } from './record-tree-view.tsx';
import styles from './record-view.module.css';

interface RecordViewProps {
  /** Redacted by main before it came here. */
  readonly record: JsonValue;
}

/** The whole record as a tree that opens, closes and can be searched. */
export function RecordView(props: RecordViewProps): JSX.Element {
  const tree = createRecordTree(() => props.record);
  const hasQuery = () => tree.query().trim() !== '';
  const matchCount = () => tree.matches().length;
  return (
    <div class={styles.view}>
      <p class={styles.note}>{recordText().note}</p>
      <div class={styles.tools}>
        <div
          class={styles.search}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            tree.step(event.shiftKey ? -1 : 1);
          }}
        >
          <SearchField
            class={styles.field}
            label={recordText().search}
            placeholder={recordText().searchHint}
            value={tree.query()}
            onInput={tree.search}
          />
          <span class={styles.count} role="status">
            <Show when={hasQuery()}>
              {matchCount() === 0
                ? recordText().noMatch
                : recordText().matchOf(tree.matchIndex() + 1, matchCount())}
            </Show>
          </span>
          <IconButton
            label={recordText().previous}
            icon={<ChevronUp size={16} aria-hidden="true" />}
            disabled={matchCount() === 0}
            onClick={() => tree.step(-1)}
          />
          <IconButton
            label={recordText().next}
            icon={<ChevronDown size={16} aria-hidden="true" />}
            disabled={matchCount() === 0}
            onClick={() => tree.step(1)}
          />
        </div>
        <div class={styles.actions}>
          <Button kind="quiet" onClick={() => tree.openAll()}>
            {recordText().expandAll}
          </Button>
          <Button kind="quiet" onClick={() => tree.closeAll()}>
            {recordText().collapseAll}
          </Button>
          <CopyButton
            size="medium"
            name={recordText().copyName}
            what={{ text: JSON.stringify(props.record, null, 2) }}
          />
        </div>
      </div>
      <Card class={styles.card}>
        <RecordTreeView tree={tree} />
      </Card>
    </div>
  );
}
