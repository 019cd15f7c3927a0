// Beside the thread of a case: the ticket, what the case is, what may be done next, the viewer's letters, the proof.
import type { CaseView, Step } from '../../queries/case';
import { LOCALES, type Locale, type Text } from '../../text';
import { dayAndTime, longDay } from '../../text/format';
import { CopyField, Details } from '../../ui/details';
import { Card } from '../../ui/layout';
import { DefinitionList, Muted } from '../../ui/words';
import { Sources } from '../sources';

type Props = { t: Text; locale: Locale; view: CaseView };

/** The proof of receipt that the law gives every applicant: number, day, time, officer and post. */
export function Ticket({ t, locale, view }: Props) {
  const say = t.case.ticket;
  const { number, receivedAt, registeredDay, acceptedBy } = view;
  return (
    <Card
      title={say.title}
      level={2}
      meta={<strong>{t.case.number(number)}</strong>}
      footer={say.print}
      tone="tint"
      id="ticket"
    >
      <DefinitionList
        items={[
          { term: say.received, value: dayAndTime(locale, receivedAt) },
          { term: say.registered, value: longDay(locale, registeredDay) },
          {
            term: say.officer,
            value: acceptedBy ? [acceptedBy.name, acceptedBy.post].filter(Boolean).join(', ') : say.waiting,
          },
        ]}
      />
    </Card>
  );
}

export function Facts({ t, locale, view }: Props) {
  const say = t.case.facts;
  const {
    body,
    applicant,
    kindName,
    kind,
    language,
    isPrivate,
    publicDay,
    outcome,
    standing,
    edition,
    thread,
    joined,
  } = view;
  const verdict = thread.find((item) => item.type === 'judged')?.verdict;
  return (
    <Card
      title={say.title}
      level={2}
      footer={<a href={`/${locale}/search/similar/${view.number}`}>{t.search.similar.title}</a>}
    >
      <DefinitionList
        items={[
          { term: say.body, value: <a href={`/${locale}/bodies/${body.slug}`}>{body.name}</a> },
          { term: say.applicant, value: applicant ?? <Muted>{t.case.nameHidden}</Muted> },
          { term: say.kind, value: <a href={`/${locale}/guide/${kind}`}>{kindName}</a> },
          ...(view.external ? [{ term: view.external.system, value: view.external.number }] : []),
          { term: say.language, value: t.case.languages[language] },
          {
            term: say.visibility,
            value: !isPrivate ? t.case.everyone : publicDay ? t.case.partiesUntil(publicDay) : t.case.parties,
          },
          ...(outcome
            ? [
                {
                  term: standing === 'terminated' || standing === 'returned' ? say.ground : say.outcome,
                  value: outcome,
                },
              ]
            : []),
          ...(verdict ? [{ term: say.verdict, value: t.letters.verdicts[verdict] }] : []),
          ...(joined.length > 0
            ? [{ term: t.office.similar.joined, value: <Joined {...{ t, locale, joined }} own={view.number} /> }]
            : []),
          { term: say.edition, value: edition },
        ]}
      />
    </Card>
  );
}

/** The cases considered together with this one, and the way to answer them all. */
function Joined({ t, locale, joined, own }: Pick<Props, 't' | 'locale'> & { joined: readonly string[]; own: string }) {
  const query = new URLSearchParams([['act', 'answer'], ...[own, ...joined].map((one) => ['case', one])]);
  return (
    <ul className="steps">
      {joined.map((one) => (
        <li key={one}>
          <a href={`/${locale}/appeals/${one}`}>{t.case.number(one)}</a>
        </li>
      ))}
      <li>
        <a href={`/${locale}/desk/together?${query}`}>{t.office.similar.answer}</a>
      </li>
    </ul>
  );
}

/** Steps that are over with the time to complain. */
const COMPLAINING: readonly string[] = ['complain_reply', 'complain_overdue', 'complain_access'];

export function NextSteps({ t, view }: Pick<Props, 't' | 'view'>) {
  const say = t.case.next;
  const { body } = view.next;
  const over = view.complaint?.open === false;
  const applicant = view.next.applicant.filter(({ id }) => !over || !COMPLAINING.includes(id));
  return (
    <Card title={say.title} level={2} id="next">
      {applicant.length + body.length === 0 ? <p>{say.none}</p> : null}
      <Steps title={say.applicant} steps={applicant} />
      <Steps title={say.body} steps={body} />
    </Card>
  );
}

function Steps({ title, steps }: { title: string; steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="steps">
        {steps.map(({ id, text, sources }) => (
          <li key={id}>
            {text} <Sources sources={sources} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function CaseLetters({ t, locale, view }: Props) {
  const say = t.case.letters;
  const states: Record<string, string> = {
    waiting: say.waiting,
    sending: say.sending,
    sent: say.sent,
    kept: say.kept,
    failed: say.failed,
  };
  if (view.letters.length === 0) return null;
  return (
    <Card title={say.title} level={2} id="letters">
      <ul className="steps">
        {view.letters.map(({ id, subject, state, at }) => (
          <li key={id}>
            <a href={`/${locale}/letters/${id}`}>{subject ?? say.untitled}</a>{' '}
            <small>
              {dayAndTime(locale, at)}, {states[state] ?? state}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The whole case as one file, in each language. */
export function Dossier({ t, locale, view }: Props) {
  const say = t.caseDossier;
  return (
    <Card title={say.section} level={2} id="dossier">
      <p>{say.lead}</p>
      <ul className="steps">
        {LOCALES.map((lang) => (
          <li key={lang}>
            <a
              href={`/${locale}/appeals/${view.number}/dossier/${lang}.pdf`}
              download={`${view.number}.dossier.${lang}.pdf`}
            >
              {say.pdf}, {t.case.languages[lang]}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Proof({ t, locale, view }: Props) {
  const say = t.case.chain;
  const { events, hash } = view.chain;
  return (
    <Details summary={say.title} id="proof">
      <p>{say.text}</p>
      <DefinitionList items={[{ term: say.events, value: t.case.count(events) }]} />
      <CopyField id="hash" label={say.hash} value={hash} copy={say.copy} copied={say.copied} />
      <ul className="steps">
        <li>
          <a href={`/${locale}/public-register`}>{t.register.title}</a>
        </li>
        {view.hasReceipts ? (
          <li>
            <a href={`/${locale}/receipts/${view.number}`}>{t.register.receipts.title}</a>
          </li>
        ) : null}
      </ul>
    </Details>
  );
}
