// Similar earlier cases with their answers: before an appeal is sent, and on a case's own page of them.
import type { SimilarCase } from '../../queries/similar-cases';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { Card, Stack } from '../../ui/layout';
import { StandingBadge } from '../../ui/standing';

type Props = { t: Text; locale: Locale; cases: readonly SimilarCase[]; level: 2 | 3 };

export function SimilarList({ t, locale, cases, level }: Props) {
  const say = t.search.similar;
  return (
    <Stack gap="s">
      {cases.map(({ number, subject, language, body, receivedDay, standing, answer }) => (
        <Card
          key={number}
          level={level}
          title={<span lang={language}>{subject}</span>}
          href={`/${locale}/appeals/${number}`}
          meta={`${t.case.number(number)} · ${body} · ${numericDay(locale, receivedDay)}`}
          footer={<StandingBadge standing={standing}>{t.appeals.standing[standing]}</StandingBadge>}
        >
          {answer === null ? (
            <p>{say.open}</p>
          ) : (
            <p>
              <strong>{say.answered}:</strong> {answer}
            </p>
          )}
        </Card>
      ))}
    </Stack>
  );
}
