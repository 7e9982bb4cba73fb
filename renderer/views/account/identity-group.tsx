import { Show, type JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { accountFieldText, yesOrNo } from '../../../shared/words/account.ts';
import { countryName, languageName } from '../../../shared/words/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { dateOrNull } from './date-or-null.ts';
import { FieldRow } from './field-row.tsx';
import styles from './group.module.css';
import { LongText } from './long-text.tsx';
import { withCode } from './with-code.ts';

interface IdentityGroupProps {
  readonly identity: AccountDetails['identity'];
}

const text = () => accountFieldText().identity;

export function IdentityGroup(props: IdentityGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <KeyValueList>
        <FieldRow label={text().displayName} value={props.identity.title} />
        <FieldRow label={text().username} value={props.identity.username} />
        <FieldRow label={text().friendlyName} value={props.identity.friendlyName} />
        <KeyValue label={text().email}>
          <Show when={props.identity.email}>
            {(email) => (
              <span class={styles.inline}>
                <LongText>{email()}</LongText>
                <Show when={props.identity.isEmailConfirmed !== null}>
                  <Chip tone={props.identity.isEmailConfirmed === true ? 'ok' : 'warn'}>
                    {props.identity.isEmailConfirmed === true
                      ? text().confirmed
                      : text().notConfirmed}
                  </Chip>
                </Show>
              </span>
            )}
          </Show>
        </KeyValue>
        <FieldRow label={text().joinedAt} value={dateOrNull(props.identity.joinedAt)} />
        <FieldRow label={text().country} value={withCode(props.identity.country, countryName)} />
        <FieldRow label={text().locale} value={withCode(props.identity.locale, languageName)} />
        <FieldRow label={text().anonymous} value={yesOrNo(props.identity.isAnonymous)} />
        <FieldRow label={text().partner} value={props.identity.attributionPartner} />
        <FieldRow label={text().id} value={props.identity.id} isMono />
        <FieldRow label={text().uuid} value={props.identity.uuid} isMono />
      </KeyValueList>
    </Section>
  );
}
