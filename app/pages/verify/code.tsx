// Where the square code of a dossier leads: whether Kenes issued it, what it is, whether the record still has what it shows, and how much has
// happened since. Needs no sign-in, and tells of what is not public nothing that the dossier does not say itself.
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { issuedDossier, type IssuedView } from '../../queries/issued';
import { textFor, type Locale, type Text } from '../../text';
import { longDay, number } from '../../text/format';
import { PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Code, DefinitionList } from '../../ui/words';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const found = await issuedDossier(world, args.params.code ?? '');
  return data({ locale, found }, { status: found ? 200 : 404 });
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${textFor(shown?.locale ?? 'kk').issued.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Verified() {
  const { locale, found } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.issued;
  return (
    <Narrow>
      <PageHead title={say.title} lead={say.lead} />
      <Stack gap="l">
        {found ? (
          <>
            <Verdict {...{ t, locale, found }} />
            <Stand {...{ t, locale, found }} />
            <Since {...{ t, locale, found }} />
          </>
        ) : (
          <Alert tone="danger" title={say.forged}>
            <p>{say.forgedText}</p>
          </Alert>
        )}
        <p>
          <a href={`/${locale}/verify`}>{say.file.title}</a>
        </p>
      </Stack>
    </Narrow>
  );
}

type Part = { t: Text; locale: Locale; found: IssuedView };

function Verdict({ t, found }: Part) {
  const say = t.issued;
  if (!found.holds)
    return (
      <Alert tone="danger" title={say.broken}>
        <p>{say.brokenText}</p>
      </Alert>
    );
  return (
    <Alert tone="success" title={say.genuine}>
      <p>{say.genuineText(found.version, found.day)}</p>
      <p>{say.compare}</p>
    </Alert>
  );
}

function Stand({ t, locale, found }: Part) {
  const say = t.issued.facts;
  const { number: record, day, version, audience, lang, head, hash, register } = found;
  return (
    <DefinitionList
      items={[
        { term: say.number, value: <Code>{record}</Code> },
        { term: say.day, value: <time dateTime={day}>{longDay(locale, day)}</time> },
        { term: say.events, value: number(locale, version) },
        { term: say.audience, value: t.caseDossier.audiences[audience] },
        { term: say.language, value: t.case.languages[lang] },
        { term: say.hash, value: hash ? <Code>{hash}</Code> : say.begins(head) },
        ...(register
          ? [
              { term: say.register, value: longDay(locale, register.day) },
              { term: say.root, value: <Code>{register.root}</Code> },
            ]
          : [{ term: say.register, value: say.none }]),
      ]}
    />
  );
}

function Since({ t, locale, found }: Part) {
  const say = t.issued.since;
  const { since, open, noun, number: record, day } = found;
  const page = `/${locale}/${noun === 'round' ? 'rounds' : 'appeals'}/${record}`;
  return (
    <Section title={say.title} id="since">
      <p>{since === 0 ? say.nothing : say.some(since)}</p>
      {open ? (
        <ul className="steps">
          <li>
            <a href={page}>{say[noun]}</a>
          </li>
          {noun === 'appeal' ? (
            <li>
              <a href={`${page}?on=${day}`}>{say.onDay}</a>
            </li>
          ) : null}
        </ul>
      ) : (
        <p>{say.private}</p>
      )}
    </Section>
  );
}
