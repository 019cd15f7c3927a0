// What there is of a round to take along, each as PDF and as DOCX in both state languages: the report once the outcome is published, and
// the dossier of everything public.
import type { StateLanguage } from '../../../guide/schema';
import { LinkButton } from '../../ui/button';
import { Row, Section } from '../../ui/layout';
import { roundAddress } from './addresses';
import type { Part } from './part';

type Props = Pick<Part, 't' | 'locale'> & { number: string };

export function ReportLinks({ t, locale, number }: Props) {
  const say = t.roundReport;
  return (
    <Row>
      {(['kk', 'ru'] as const).flatMap((lang) =>
        (['pdf', 'docx'] as const).map((kind) => (
          <LinkButton
            key={lang + kind}
            size="small"
            href={`${roundAddress(locale, number)}/files/report.${lang}.${kind}`}
            download={`${number}.${lang}.${kind}`}
          >
            {say[kind]}, {t.case.languages[lang]}
          </LinkButton>
        )),
      )}
    </Row>
  );
}

/** The dossier with what is in it, on the page of its round. */
export const DossierPart = ({ t, locale, view }: Part) => (
  <Section title={t.dossier.section} lead={t.dossier.lead} id="dossier">
    <DossierLinks {...{ t, locale, number: view.number }} />
  </Section>
);

const DOSSIERS = (['kk', 'ru'] as const).flatMap((lang) => (['pdf', 'docx'] as const).map((form) => ({ lang, form })));

const dossierLink = (
  { locale, number }: Pick<Props, 'locale' | 'number'>,
  { lang, form }: (typeof DOSSIERS)[number],
) => ({
  href: `${roundAddress(locale, number)}/dossier/${lang}.${form}`,
  download: `${number}.dossier.${lang}.${form}`,
});

function DossierLinks({ t, ...round }: Props) {
  return (
    <Row>
      {DOSSIERS.map((one) => (
        <LinkButton key={one.lang + one.form} size="small" {...dossierLink(round, one)}>
          {t.dossier[one.form]}, {t.case.languages[one.lang]}
        </LinkButton>
      ))}
    </Row>
  );
}

/** The same in a line of text, where a council takes up the round; in one language alone where it is one of many. */
export const DossierLine = ({ t, only, ...round }: Props & { only?: StateLanguage }) =>
  DOSSIERS.filter(({ lang }) => only === undefined || lang === only).map((one, at) => (
    <span key={one.lang + one.form}>
      {at > 0 ? ', ' : null}
      <a {...dossierLink(round, one)}>
        {t.dossier[one.form]}
        {only ? null : ` (${t.case.languages[one.lang]})`}
        <span className="unseen">: {round.number}</span>
      </a>
    </span>
  ));
