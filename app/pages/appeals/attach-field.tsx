// The question for attachments: files already received stand ticked and come along again, new ones are chosen below.
import { FILE_LIMIT, FILES_LIMIT } from '../../commands/files/upload';
import type { Text } from '../../text';
import { Checkbox, Fieldset } from '../../ui/choice';
import { FileInput } from '../../ui/field';

type Props = { t: Text; accept: string; kept: readonly { id: string; name: string; size: number }[]; error?: string };

export function AttachField({ t, accept, kept, error }: Props) {
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
      <FileInput
        name="files"
        label={say.label}
        mark={t.filing.optional}
        hint={say.hint(FILES_LIMIT, FILE_LIMIT)}
        accept={accept}
        multiple
        error={error}
      />
    </>
  );
}
