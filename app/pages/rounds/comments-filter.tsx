// The filters of a round's comments: fields in a fold, and every filter in force as a link that takes it away.
import { DISPOSITIONS, ORIGINS } from '../../../guide/schema';
import { PARTICIPANTS } from '../../core/comment-event';
import type { ClauseChoice } from '../../queries/clause-choices';
import { ANSWERS, ORDERS, type CommentFilter } from '../../queries/comment-filter';
import type { RoundNumbers } from '../../queries/round-numbers';
import { LOCALES, type Locale, type Text } from '../../text';
import { number } from '../../text/format';
import { Details } from '../../ui/details';
import { Select } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { commentsAddress } from './addresses';

type Props = {
  t: Text;
  locale: Locale;
  round: string;
  filter: CommentFilter;
  numbers: RoundNumbers;
  /** Clauses that somebody commented on, as the address names them. */
  clauses: readonly ClauseChoice[];
  /** The point asked for, by its title. */
  point: string | undefined;
  names: { dispositions: Record<string, string>; origins: Record<string, string> };
};

const isDisposition = (answer: string): answer is (typeof DISPOSITIONS)[number] =>
  (DISPOSITIONS as readonly string[]).includes(answer);

const nameOf = (t: Text, { roleName, language, label }: ClauseChoice): string =>
  `${roleName} (${t.case.languages[language]}): ${label}`;

export function CommentsFilter(props: Props) {
  const { t, locale, round, filter, numbers, clauses, names } = props;
  const say = t.comments.filter;
  const active = activeOf(props);
  const counted = (label: string, n: number) => `${label} (${number(locale, n)})`;
  const answerCount = { unanswered: numbers.unanswered, withdrawn: numbers.withdrawn, hidden: numbers.hidden };
  return (
    <Details summary={say.open} open={active.length > 0}>
      <FilterBar
        action={commentsAddress(locale, round)}
        label={say.label}
        apply={say.apply}
        clear={
          active.length > 0
            ? { href: commentsAddress(locale, round, {}, { view: 'all' }), label: say.clear }
            : undefined
        }
        active={active}
        keep={{
          view: 'all',
          q: filter.q || undefined,
          point: filter.point ?? undefined,
          joins: filter.joins || undefined,
        }}
      >
        <Select
          name="clause"
          label={say.clause}
          empty={say.anyClause}
          value={filter.clause}
          options={clauses.map((choice) => ({ value: choice.value, label: counted(nameOf(t, choice), choice.n) }))}
        />
        <Select
          name="answer"
          label={say.answer}
          empty={say.anyAnswer}
          value={filter.answer ?? ''}
          options={ANSWERS.map((one) => ({
            value: one,
            label: isDisposition(one)
              ? counted(names.dispositions[one] ?? one, numbers.byCode[one])
              : counted(say.answers[one], answerCount[one]),
          }))}
        />
        <Select
          name="participant"
          label={say.participant}
          empty={say.anyone}
          value={filter.participant ?? ''}
          options={PARTICIPANTS.map((one) => ({
            value: one,
            label: counted(say.participants[one], numbers.byParticipant[one]),
          }))}
        />
        <Select
          name="origin"
          label={say.origin}
          empty={say.anyOrigin}
          value={filter.origin ?? ''}
          options={ORIGINS.map((one) => ({
            value: one,
            label: counted(names.origins[one] ?? one, numbers.byOrigin[one]),
          }))}
        />
        <Select
          name="language"
          label={say.language}
          empty={say.anyLanguage}
          value={filter.language ?? ''}
          options={LOCALES.map((one) => ({
            value: one,
            label: counted(t.case.languages[one], numbers.byLanguage[one]),
          }))}
        />
        <Select
          name="order"
          label={say.order}
          value={filter.order}
          options={ORDERS.map((one) => ({ value: one, label: say.orders[one] }))}
        />
      </FilterBar>
    </Details>
  );
}

function activeOf({ t, locale, round, filter, clauses, point, names }: Props) {
  const say = t.comments.filter;
  const { q, clause, answer, participant, origin, language, joins } = filter;
  const chosen = clauses.find(({ value }) => value === clause);
  const chips: [keyof CommentFilter, string | undefined | null][] = [
    ['q', q && say.words(q)],
    ['clause', clause && (chosen ? nameOf(t, chosen) : clause)],
    ['point', point && say.point(point)],
    ['joins', joins && t.comments.one.joins(joins)],
    ['answer', answer && (isDisposition(answer) ? names.dispositions[answer] : say.answers[answer])],
    ['participant', participant && say.participants[participant]],
    ['origin', origin && names.origins[origin]],
    ['language', language && t.case.languages[language]],
  ];
  return chips.flatMap(([name, text]) =>
    text ? [{ text, label: say.remove(text), href: commentsAddress(locale, round, filter, { [name]: null }) }] : [],
  );
}
