import type { JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import {
  accountFieldText,
  knownValue,
  profileText,
  yesOrNo,
} from '../../../shared/words/account.ts';
import { languageName } from '../../../shared/words/formats.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { Section } from '../../ui/section.tsx';
import { FieldRow } from './field-row.tsx';

interface ProfileGroupProps {
  readonly profile: AccountDetails['profile'];
}

const text = () => accountFieldText().profile;

const languages = (codes: readonly string[]): string | null =>
  codes.length === 0 ? null : codes.map((code) => languageName(code)).join(', ');

export function ProfileGroup(props: ProfileGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <KeyValueList>
        <FieldRow label={text().autoSelectAudio} value={yesOrNo(props.profile.autoSelectAudio)} />
        <FieldRow label={text().audioLanguages} value={languages(props.profile.audioLanguages)} />
        <FieldRow
          label={text().audioAccessibility}
          value={knownValue(profileText().audioAccessibility, props.profile.audioAccessibility)}
        />
        <FieldRow
          label={text().autoSelectSubtitle}
          value={knownValue(profileText().autoSelectSubtitle, props.profile.autoSelectSubtitle)}
        />
        <FieldRow
          label={text().subtitleLanguages}
          value={languages(props.profile.subtitleLanguages)}
        />
        <FieldRow
          label={text().subtitleAccessibility}
          value={knownValue(
            profileText().subtitleAccessibility,
            props.profile.subtitleAccessibility,
          )}
        />
        <FieldRow
          label={text().subtitleForced}
          value={knownValue(profileText().subtitleForced, props.profile.subtitleForced)}
        />
        <FieldRow
          label={text().watchedIndicator}
          value={knownValue(profileText().watchedIndicator, props.profile.watchedIndicator)}
        />
        <FieldRow
          label={text().reviewsVisibility}
          value={knownValue(
            profileText().mediaReviewsVisibility,
            props.profile.mediaReviewsVisibility,
          )}
        />
        <FieldRow
          label={text().reviewsLanguages}
          value={languages(props.profile.mediaReviewsLanguages)}
        />
      </KeyValueList>
    </Section>
  );
}
