// Shows a refusal on the page where it happened: the list of wrong fields with links to them where fields are wrong, else
// the three sentences. Used by every page with a form; `labels` names the page's fields by their ids.
import type { Text } from '../text';
import { ErrorSummary } from '../ui/form';
import { Refusal } from '../ui/notice';
import type { RefusalView } from './respond';

type Props = {
  t: Text;
  refused: RefusalView | undefined;
  labels?: Readonly<Record<string, string>>;
  /** Where several forms stand on one page: what stands before a field's name in its id. */
  prefix?: string;
  /** The article behind the refusal, by name and link, where the page knows better than the guide in force. */
  basis?: { label: string; href: string };
};

/** Nothing where nothing was refused. */
export function Refused({ t, refused, labels = {}, prefix = '', basis }: Props) {
  if (!refused) return null;
  const errors = Object.entries(labels).flatMap(([field, label]) => {
    const problem = refused.fields[field];
    return problem === undefined ? [] : [{ field: prefix + field, text: t.refusals.fieldProblem(label, problem) }];
  });
  if (refused.code === 'invalid' && errors.length > 0)
    return <ErrorSummary title={t.refusals.formTitle(errors.length)} errors={errors} />;
  return (
    <>
      <Refusal
        what={refused.what}
        why={refused.why}
        lines={refused.found}
        basis={basis ?? refused.law}
        now={refused.now}
      />
      {errors.length > 0 ? <ErrorSummary title={t.refusals.formTitle(errors.length)} errors={errors} /> : null}
    </>
  );
}
