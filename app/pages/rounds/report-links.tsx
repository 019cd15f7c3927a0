// The report on a round to take along: as PDF and as DOCX, in both state languages.
import { LinkButton } from '../../ui/button';
import { Row } from '../../ui/layout';
import { roundAddress } from './addresses';
import type { Part } from './part';

export function ReportLinks({ t, locale, view }: Part) {
  const say = t.roundReport;
  return (
    <Row>
      {(['kk', 'ru'] as const).flatMap((lang) =>
        (['pdf', 'docx'] as const).map((kind) => (
          <LinkButton
            key={lang + kind}
            size="small"
            href={`${roundAddress(locale, view.number)}/files/report.${lang}.${kind}`}
            download={`${view.number}.${lang}.${kind}`}
          >
            {say[kind]}, {t.case.languages[lang]}
          </LinkButton>
        )),
      )}
    </Row>
  );
}
