import { Show, type JSX } from 'solid-js';
import { destinationFormats } from '../../../shared/model/destination.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { Field } from '../../ui/field.tsx';
import { choose, SelectField } from '../../ui/select-field.tsx';
import type { FileForm } from './create-file-form.ts';

/** How the file is written, and which value of it is the token. */
export function FileFields(props: { readonly form: FileForm }): JSX.Element {
  const text = () => appsText().where;
  const keyed = () => {
    const format = props.form.format();
    return format === 'file' ? null : format;
  };
  return (
    <>
      <SelectField
        label={text().format}
        value={props.form.format()}
        options={destinationFormats.map((format) => ({
          value: format,
          label: text().formats[format],
          preview: text().formatPreviews[format],
        }))}
        onChange={(value) => choose(destinationFormats, value, props.form.setFormat)}
      />
      <Show when={keyed()} fallback={<p>{text().wholeFile}</p>}>
        {(format) => (
          <Field
            label={text().key}
            isMono
            placeholder={text().keyExamples[format()]}
            value={props.form.key()}
            onInput={props.form.setKey}
            error={props.form.keyError()}
            hint={text().keyHints[format()]}
          />
        )}
      </Show>
    </>
  );
}
