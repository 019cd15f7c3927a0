// Beside the form of an act: the round it is about, and what was said before that the act answers to.
import { readsIn } from '../../core/said';
import type { RoundAct, RoundActView } from '../../queries/round-acts';
import { longDay } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Card } from '../../ui/layout';
import { DefinitionList, Prose } from '../../ui/words';
import { commentsAddress, roundAddress } from '../rounds/addresses';

type Props = { t: Text; locale: Locale; act: RoundAct; view: RoundActView };

export function ActBeside({ t, locale, act, view }: Props) {
  const say = t.roundWork;
  const lang = readsIn(locale);
  const { number, title, settings, counts, councilView, decision } = view;
  return (
    <>
      <Card title={say.beside} level={2}>
        <p>
          <a href={roundAddress(locale, number)} lang={lang}>
            {title[lang]}
          </a>
        </p>
        <DefinitionList
          items={[
            {
              term: say.lastDay,
              value: <time dateTime={settings.closesDay}>{longDay(locale, settings.closesDay)}</time>,
            },
            ...(counts.total > 0
              ? [
                  {
                    term: say.unanswered,
                    value: <a href={commentsAddress(locale, number)}>{say.unansweredOf(counts.open, counts.total)}</a>,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {councilView && act !== 'view' ? (
        <Card title={say.view} level={2} tone={act === 'council-answer' ? 'tint' : 'plain'}>
          <Prose text={councilView[lang]} lang={lang} />
        </Card>
      ) : null}
      {decision ? (
        <Card title={say.decision} level={2}>
          <Prose text={decision[lang]} lang={lang} />
        </Card>
      ) : null}
    </>
  );
}
