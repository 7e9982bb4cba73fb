import { Show, type JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { accountFieldText, knownValue, planText, yesOrNo } from '../../../shared/words/account.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { dateOrNull } from './date-or-null.ts';
import { FieldRow } from './field-row.tsx';
import { Tags } from './tags.tsx';

interface PreferencesGroupProps {
  readonly preferences: AccountDetails['preferences'];
}

const text = () => accountFieldText().preferences;

export function PreferencesGroup(props: PreferencesGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <KeyValueList>
        <FieldRow
          label={text().mailingList}
          value={knownValue(planText().mailingList, props.preferences.mailingListStatus)}
        />
        <FieldRow
          label={text().mailingListActive}
          value={yesOrNo(props.preferences.mailingListActive)}
        />
        <KeyValue label={text().scrobbleTypes}>
          <Show when={props.preferences.scrobbleTypes.length > 0}>
            <Tags label={text().scrobbleTypes} items={props.preferences.scrobbleTypes} />
          </Show>
        </KeyValue>
        <FieldRow
          label={text().experimental}
          value={yesOrNo(props.preferences.experimentalFeatures)}
        />
        <FieldRow label={text().adsConsent} value={yesOrNo(props.preferences.adsConsent)} />
        <FieldRow
          label={text().adsConsentSetAt}
          value={dateOrNull(props.preferences.adsConsentSetAt)}
        />
        <FieldRow
          label={text().adsConsentReminderAt}
          value={dateOrNull(props.preferences.adsConsentReminderAt)}
        />
      </KeyValueList>
    </Section>
  );
}
