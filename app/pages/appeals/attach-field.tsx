// The question for attachments: files already received stand ticked and come along again, new ones are chosen below.
import { FILE_LIMIT, FILES_LIMIT } from '../../commands/files/upload';
import type { Text } from '../../text';
import { Checkbox, Checkboxes, Fieldset } from '../../ui/choice';
import { FileInput } from '../../ui/field';

type Props = {
  t: Text;
  accept: string;
  kept: readonly { id: string; name: string; size: number }[];
  error?: string;
  /** Kept files that only the body is to open; where a form knows such. */
  withheld?: readonly string[];
};

export function AttachField({ t, accept, kept, withheld, error }: Props) {
  const say = t.filing.files;
  return (
    <>
      {kept.length > 0 ? (
        <Fieldset legend={say.kept} hint={say.keepHint}>
          {kept.map(({ id, name, size }) => (
            <Checkbox key={id} id={`file-${id}`} name="files" value={id} checked label={say.keep(name, size)} />
          ))}
        </Fieldset>
      ) : null}
      {kept.length > 0 && withheld ? (
        <Checkboxes
          name="withheld"
          legend={say.withheld}
          hint={say.withheldHint}
          values={withheld}
          options={kept.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FileInput
        name="files"
        label={say.label}
        mark={t.filing.optional}
        hint={say.hint(FILES_LIMIT, FILE_LIMIT)}
        accept={accept}
        multiple
        error={error}
        pieces={{ coming: say.coming, waiting: say.waiting }}
      />
    </>
  );
}
