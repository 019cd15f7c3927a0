// The calculator of terms for people: two forms whose answers have addresses, the term drawn with every reason, the same as JSON.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KINDS, RULES } from '../../../guide/schema';
import { dayOf, timeOf } from '../../core/day';
import { wordOf } from '../../queries/guide';
import { answerTerm, PARAMETERS, type Asked } from '../../queries/term';
import { textFor } from '../../text';
import { ErrorSummary } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { contextOf } from '../respond';
import { ByLaw, Plain, type Wrong } from './calculator-forms';
import { Result, resultView } from './calculator-result';
import { problemWords } from './problem';

const UNITS = ['wd', 'd', 'mo', '-wd', '-d', '-mo'] as const;

/** Empty fields of a form count as not given; what else the address carries is left alone. */
const askedIn = (query: URLSearchParams): Asked =>
  Object.fromEntries(
    PARAMETERS.flatMap((name) => {
      const value = query.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );

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
  const named = (group: string, ids: readonly string[]) =>
    ids.map((id) => ({ value: id, label: wordOf(edition, locale, `${group}.${id}.name`) }));
  // A kind alone is an invitation to fill in the rest, not a question yet.
  const empty = Object.keys(asked).every((name) => name === 'kind' || name === 'rule');
  const answer = empty ? null : answerTerm(world, asked);
  const problem = answer && !answer.ok ? answer.problem : null;
  // People fill in a number and choose its unit: the letters of the address mean nothing to them.
  const number = problem?.field === 'term' && problem.code === 'form' ? t.calculator.plain.wrong : null;
  const wrong: Wrong | null = problem && { field: problem.field, text: number ?? problemWords(locale, problem) };
  return {
    locale,
    asked,
    today,
    now: `${today}T${timeOf(world.now())}`,
    kinds: named('kind', KINDS),
    rules: named('rule', RULES),
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
  const { locale, asked, today, now, kinds, rules, wrong, summary, result } = useLoaderData<typeof loader>();
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
            <ByLaw {...{ t, action, asked: plain ? {} : asked, now, kinds, rules, wrong: plain ? null : wrong }} />
          </Section>
        </Columns>
      </Section>
    </>
  );
}

/** The two forms share names; the plain one's ids are its own. */
const fieldId = (field: string, plain: boolean): string => (plain ? `plain-${field === 'term' ? 'n' : field}` : field);
