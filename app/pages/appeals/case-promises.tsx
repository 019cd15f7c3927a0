// Promises that the answer of a case made, by their day: what the body says became of each, and what the applicant says. And sentences that
// seem to promise something, offered to whoever may note them.
import type { CaseView } from '../../queries/case';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Section } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { longDay } from '../../text/format';

type Props = {
  t: Text;
  locale: Locale;
  view: CaseView;
  /** Sentences may be noted by this reader. */ offered: boolean;
};

export function CasePromises({ t, locale, view: { number, promises, language }, offered }: Props) {
  const say = t.steps.promises;
  if (promises.length === 0 && !offered) return null;
  return (
    <Section title={say.title} lead={promises.length > 0 ? say.lead : undefined} id="promises">
      {offered ? (
        <Alert tone="info" title={say.found}>
          <p>{say.foundText}</p>
          <p>
            <LinkButton href={`/${locale}/appeals/${number}/note-promises`}>{t.acts.names['note-promises']}</LinkButton>
          </p>
        </Alert>
      ) : null}
      {promises.length > 0 ? (
        <Table
          caption={say.title}
          captionHidden
          columns={[
            { key: 'what', label: say.columns.what, width: 'wide' },
            { key: 'due', label: say.columns.due },
            { key: 'body', label: say.columns.body },
            { key: 'applicant', label: say.columns.applicant },
          ]}
          rows={promises.map(({ id, text, day, report, judged }) => ({
            id,
            cells: {
              what: <span lang={language}>{text}</span>,
              due: longDay(locale, day),
              body: report ? say.kept[report.kept].label : say.silent,
              applicant: judged ? say.verdict[judged.verdict].label : say.silent,
            },
          }))}
        />
      ) : null}
    </Section>
  );
}
