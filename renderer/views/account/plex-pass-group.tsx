import { Show, type JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { accountFieldText, knownValue, planText } from '../../../shared/words/account.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { dateOrNull } from './date-or-null.ts';
import { FeatureList } from './feature-list.tsx';
import { FieldRow } from './field-row.tsx';

interface PlexPassGroupProps {
  readonly plexPass: AccountDetails['plexPass'];
}

const text = () => accountFieldText().plexPass;

export function PlexPassGroup(props: PlexPassGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <KeyValueList>
        <KeyValue label={text().subscription}>
          <Show when={props.plexPass.active !== null}>
            <Chip tone={props.plexPass.active === true ? 'ok' : 'neutral'}>
              {props.plexPass.active === true ? text().active : text().inactive}
            </Chip>
          </Show>
        </KeyValue>
        <FieldRow
          label={text().status}
          value={knownValue(planText().status, props.plexPass.status)}
        />
        <FieldRow label={text().plan} value={knownValue(planText().plan, props.plexPass.plan)} />
        <FieldRow label={text().since} value={dateOrNull(props.plexPass.subscribedAt)} />
        <FieldRow label={text().paymentService} value={props.plexPass.paymentService} />
        <FieldRow label={text().description} value={props.plexPass.description} />
        <KeyValue label={text().features}>
          {props.plexPass.features.length === 0
            ? text().noFeatures
            : text().featureCount(props.plexPass.features.length)}
        </KeyValue>
      </KeyValueList>
      <FeatureList features={props.plexPass.features} />
    </Section>
  );
}
