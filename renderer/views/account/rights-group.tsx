import { Show, type JSX } from 'solid-js';
import { accountFieldText } from '../../../shared/words/account.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { Tags } from './tags.tsx';

interface RightsGroupProps {
  readonly roles: readonly string[];
  readonly entitlements: readonly string[];
}

const text = () => accountFieldText().rights;

export function RightsGroup(props: RightsGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <KeyValueList>
        <KeyValue label={text().roles}>
          <Show when={props.roles.length > 0} fallback={text().none}>
            <Tags label={text().roles} items={props.roles} />
          </Show>
        </KeyValue>
        <KeyValue label={text().entitlements}>
          <Show when={props.entitlements.length > 0} fallback={text().none}>
            <Tags label={text().entitlements} items={props.entitlements} />
          </Show>
        </KeyValue>
      </KeyValueList>
    </Section>
  );
}
