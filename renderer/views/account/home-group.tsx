import type { JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { accountFieldText, yesOrNo } from '../../../shared/words/account.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { Section } from '../../ui/section.tsx';
import { FieldRow } from './field-row.tsx';

interface HomeGroupProps {
  readonly home: AccountDetails['home'];
}

const text = () => accountFieldText().home;

export function HomeGroup(props: HomeGroupProps): JSX.Element {
  const size = (): string | null => {
    const { size: present, maxSize } = props.home;
    if (present === null) return maxSize === null ? null : text().onlyMax(String(maxSize));
    return maxSize === null ? String(present) : text().sizeOf(String(present), String(maxSize));
  };
  return (
    <Section title={text().title}>
      <KeyValueList>
        <FieldRow label={text().member} value={yesOrNo(props.home.isMember)} />
        <FieldRow label={text().admin} value={yesOrNo(props.home.isAdmin)} />
        <FieldRow label={text().guest} value={yesOrNo(props.home.isGuest)} />
        <FieldRow label={text().restricted} value={yesOrNo(props.home.isRestricted)} />
        <FieldRow label={text().protected} value={yesOrNo(props.home.isProtected)} />
        <FieldRow label={text().restrictionProfile} value={props.home.restrictionProfile} />
        <FieldRow label={text().size} value={size()} />
      </KeyValueList>
    </Section>
  );
}
