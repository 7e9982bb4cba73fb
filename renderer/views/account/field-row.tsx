import { Show, type JSX } from 'solid-js';
import { KeyValue } from '../../ui/key-value.tsx';
import { LongText } from './long-text.tsx';

interface FieldRowProps {
  readonly label: string;
  /** Null, and what is only spaces, shows as "not given". */
  readonly value: string | null;
  readonly isMono?: boolean;
}

/** One field of the record that is plain text. */
export function FieldRow(props: FieldRowProps): JSX.Element {
  const given = () => (props.value?.trim() === '' ? null : props.value);
  return (
    <KeyValue label={props.label} isMono={props.isMono === true}>
      <Show when={given()}>{(text) => <LongText>{text()}</LongText>}</Show>
    </KeyValue>
  );
}
