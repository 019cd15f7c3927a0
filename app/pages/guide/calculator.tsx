// The calculator of terms for people: two forms whose answers have addresses, the term drawn with every reason, the same as JSON.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { APPEAL_RULES, KINDS, ROUND_KINDS, ROUND_RULES, type Edition } from '../../../guide/schema';
import { dayOf, timeOf } from '../../core/day';
import { isRoundKind, ruleIdsOf } from '../../core/duty';
import { wordOf } from '../../queries/guide';
import { answerTerm, PARAMETERS, type Asked, type TermProblem } from '../../queries/term';
import { textFor } from '../../text';
import { ErrorSummary } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { contextOf } from '../respond';
import { ByLaw, Plain, type Choice, type Chosen, type Wrong } from './calculator-forms';
import { Result, resultView } from './calculator-result';
import { problemWords } from './problem';

const UNITS = ['wd', 'd', 'mo', '-wd', '-d', '-mo'] as const;

/**
 * Empty fields of a form count as not given; what else the address carries is left alone. The one form serves rounds too, which
 * know no receipt: its day of receipt says nothing of them.
 */
function askedIn(query: URLSearchParams): Asked {
  const ofRound = isRoundKind(query.get('kind') ?? '') && !query.has('term');
  return Object.fromEntries(
    PARAMETERS.flatMap((name) => {
      const value = query.get(name)?.trim();
      return value && !(ofRound && (name === 'received' || name === 'registered')) ? [[name, value]] : [];
    }),
  );
}

/** What the form by law shows: the question asked, else an appeal that arrives now or a round's step that begins today. */
function chosenIn(
  edition: Edition,
  { kind = 'application', rule, received, registered, from }: Asked,
  now: string,
): Chosen {
  const ofRound = isRoundKind(kind);
  const untouched = received === undefined && registered === undefined && from === undefined;
  const rules: readonly string[] = ruleIdsOf(edition, kind);
  return {
    kind,
    rule: rule !== undefined && rules.includes(rule) ? rule : ofRound ? (rules[0] ?? '') : 'decide',
    received: untouched && !ofRound ? now : received,
    from: untouched && ofRound ? now.slice(0, now.indexOf('T')) : from,
    others: ofRound || registered !== undefined || from !== undefined,
  };
}

/** The plain form sends a number and a unit; the answer's address has them as one term: 15wd, -3wd. */
function canonical(query: URLSearchParams): string | null {
  const unit = UNITS.find((id) => id === query.get('unit'));
  if (!unit) return null;
  const back = unit.startsWith('-');
  const term = `${back ? '-' : ''}${(query.get('n') ?? '').trim()}${back ? unit.slice(1) : unit}`;
  return new URLSearchParams({ from: query.get('from') ?? '', term }).toString();
}

export function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const url = new URL(args.request.url);
  const plain = canonical(url.searchParams);
  if (plain) return redirect(`${url.pathname}?${plain}#answer`);
  const asked = askedIn(url.searchParams);
  const today = dayOf(world.now());
  const edition = world.guide.inForceOn(today);
  const nameOf = (group: string, id: string) => wordOf(edition, locale, `${group}.${id}.name`);
  const named = (group: string, ids: readonly string[]) => ids.map((id) => ({ value: id, label: nameOf(group, id) }));
  // People read names where programs read ids.
  const inWords = ({ field, code, allowed }: TermProblem): string =>
    problemWords(locale, { field, code, allowed: allowed.map((id) => nameOf(field, id)) });
  // A kind alone is an invitation to fill in the rest, not a question yet.
  const empty = Object.keys(asked).every((name) => name === 'kind' || name === 'rule');
  const answer = empty ? null : answerTerm(world, asked);
  const problem = answer && !answer.ok ? answer.problem : null;
  // People fill in a number and choose its unit: the letters of the address mean nothing to them.
  const number = problem?.field === 'term' && problem.code === 'form' ? t.calculator.plain.wrong : null;
  const wrong: Wrong | null = problem && { field: problem.field, text: number ?? inWords(problem) };
  return {
    locale,
    asked,
    today,
    chosen: chosenIn(edition, asked.term === undefined ? asked : {}, `${today}T${timeOf(world.now())}`),
    kinds: { appeals: named('kind', KINDS), rounds: named('kind', edition.rounds ? ROUND_KINDS : []) } satisfies Choice,
    rules: {
      appeals: named('rule', APPEAL_RULES),
      rounds: named('rule', edition.rounds ? ROUND_RULES : []),
    } satisfies Choice,
    wrong,
    summary: wrong ? t.calculator.wrong(labelOf(t.calculator.labels, wrong.field), wrong.text) : null,
    result: answer?.ok ? resultView(answer.value, { locale, asked, origin: world.origin }) : null,
  };
}

const labelOf = (labels: Readonly<Record<string, string>>, field: string): string => labels[field] ?? field;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { calculator } = textFor(data?.locale ?? 'kk');
  return [{ title: `${calculator.title} — Kenes` }, { name: 'description', content: calculator.lead }];
};

export default function Calculator() {
  const { locale, asked, today, chosen, kinds, rules, wrong, summary, result } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.calculator;
  const plain = asked.term !== undefined;
  const action = `/${locale}/calculator`;
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      {wrong && summary ? (
        <ErrorSummary title={say.errors} errors={[{ field: fieldId(wrong.field, plain), text: summary }]} />
      ) : null}
      {result ? <Result {...{ t, locale, today, result }} /> : null}
      <Section>
        <Columns
          asideLabel={say.plain.title}
          aside={
            <Card title={say.plain.title} level={2} tone="tint">
              <Stack gap="s">
                <p>{say.plain.lead}</p>
                <Plain {...{ t, action, asked: plain ? asked : {}, today, wrong: plain ? wrong : null }} />
              </Stack>
            </Card>
          }
        >
          <Section title={say.byLaw.title} lead={say.byLaw.lead}>
            <ByLaw {...{ t, action, asked: plain ? {} : asked, chosen, kinds, rules, wrong: plain ? null : wrong }} />
          </Section>
        </Columns>
      </Section>
    </>
  );
}

/** The two forms share names; the plain one's ids are its own. */
const fieldId = (field: string, plain: boolean): string => (plain ? `plain-${field === 'term' ? 'n' : field}` : field);
