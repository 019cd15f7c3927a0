// The thread of a case as a timeline: who did what and when, with the texts, the files and what the law asked for.
import type { ReactNode } from 'react';
import type { CaseView } from '../../queries/case';
import type { Linked } from '../../queries/case-links';
import type { ThreadItem } from '../../queries/case-thread';
import type { Locale, Text } from '../../text';
import { dayAndTime, fileSize, longDay } from '../../text/format';
import { Section } from '../../ui/layout';
import { Timeline, type TimelineItem } from '../../ui/timeline';
import { DefinitionList, Prose, Quote } from '../../ui/words';
import { fileName } from './file-name';
import { Sources } from '../sources';
import { stepShown } from './case-steps';
import { whoIs } from './thread-words';

/** `originals`: letters by e-mail that acts were done by, by the act. */
type Props = {
  t: Text;
  locale: Locale;
  view: Pick<CaseView, 'number' | 'thread' | 'language'>;
  originals: Readonly<Record<string, string>>;
};
type Shown = Pick<TimelineItem, 'title' | 'body' | 'weight' | 'tone'>;

export function CaseThread({ t, locale, view, originals }: Props) {
  const say = t.case.thread;
  const originalIn = ({ id }: ThreadItem) => {
    const letter = originals[id];
    return letter
      ? [{ href: `/${locale}/appeals/${view.number}/letters/${letter}`, name: t.incoming.original, detail: '.eml' }]
      : [];
  };
  const items = view.thread.map((item): TimelineItem => {
    const name = item.actor ? whoIs(t, item.actor) : undefined;
    return {
      id: item.id,
      side: item.side,
      sideText: say.sides[item.side],
      actor: name,
      at: item.type === 'overdue' ? item.day : new Date(item.at).toISOString(),
      atText: item.type === 'overdue' ? longDay(locale, item.day) : dayAndTime(locale, item.at),
      files: [
        ...originalIn(item),
        ...item.files.map((file) => ({
          href: `/${locale}/appeals/${view.number}/files/${file.id}`,
          name: fileName(t, file),
          detail: file.withheld ? `${fileSize(locale, file.size)}, ${t.case.withheld}` : fileSize(locale, file.size),
        })),
      ],
      ...shown(item, { t, locale, language: view.language }),
    };
  });
  return (
    <Section title={say.title} id="thread">
      <Timeline label={say.title} items={items} />
    </Section>
  );
}

type Words = { t: Text; locale: Locale; language: Locale };

function CaseLink({ locale, linked, text }: { locale: Locale; linked: Linked; text: string }) {
  return linked.open ? <a href={`/${locale}/appeals/${linked.number}`}>{text}</a> : <>{text}</>;
}

/** A reason that a person gave, set apart from what the page says. */
const Reason = ({ label, text }: { label: string; text: string }) => (
  <Quote>
    <strong>{label}</strong>
    <Prose text={text} />
  </Quote>
);

function shown(item: ThreadItem, { t, locale, language }: Words): Shown {
  const say = t.case.thread;
  switch (item.type) {
    case 'filed':
      return {
        title: item.arrivedBy !== 'filing' ? say.arrived : say.filed,
        body: <Filed {...{ t, locale, item }} />,
        weight: 'strong',
      };
    case 'accepted':
      return { title: say.accepted };
    case 'assigned':
      return {
        title: say.assigned,
        body: <p>{item.official.post ? `${item.official.name}, ${item.official.post}` : item.official.name}</p>,
      };
    case 'redirected':
      return {
        title: item.part !== null ? t.steps.part.title : item.forwarded ? t.steps.complaint.forwarded : say.redirected,
        body: (
          <>
            <p>
              <CaseLink
                locale={locale}
                linked={item.to}
                text={item.to.body ? say.to(item.to.number, item.to.body) : say.toNumber(item.to.number)}
              />
            </p>
            {item.part === null ? null : <Reason label={t.steps.part.what} text={item.part} />}
            <Reason label={say.reason} text={item.reason} />
          </>
        ),
      };
    case 'corrected':
      return {
        title: t.corrections.page.title,
        tone: 'clock',
        body: (
          <>
            {item.changes.map(({ name, how, was, due }) => (
              <p key={name}>
                {name}: {t.corrections.thread[how](was, due)}
              </p>
            ))}
            <p>{t.corrections.thread[item.cause]}</p>
          </>
        ),
      };
    case 'extension_proposed':
      return { title: say.proposed, body: withReason(say.until(item.until), say.reason, item.reason) };
    case 'extension_declined':
      return { title: say.declined, body: <Reason label={say.reason} text={item.reason} /> };
    case 'extended':
      return {
        title: say.extended,
        body: withReason(say.extendedFrom(item.was, item.until), say.reason, item.reason),
        tone: 'clock',
        weight: 'strong',
      };
    case 'answered':
      return { title: say.answered(item.outcome), body: <Reply {...{ t, item }} />, weight: 'strong', tone: 'good' };
    case 'noted':
      return { title: say.noted(item.outcome), body: <Reply {...{ t, item }} />, weight: 'strong' };
    case 'terminated':
      return {
        title: say.terminated(item.ground),
        weight: 'strong',
        body: (
          <>
            <p>
              {item.groundText} {item.source ? <Sources sources={[item.source]} /> : null}
            </p>
            <Prose text={item.text} />
            <p className="signed">{say.signed(whoIs(t, item.signatory))}</p>
          </>
        ),
      };
    case 'erased': {
      const { erasure } = t.register;
      return {
        title: erasure.thread.title,
        body: (
          <>
            <p>{erasure.thread.text(item.count)}</p>
            <Reason label={erasure.grounds[item.ground]} text={item.reason} />
            <p className="signed">{erasure.thread.by(whoIs(t, item.asked), whoIs(t, item.approved))}</p>
          </>
        ),
      };
    }
    case 'withdrawn':
      return { title: say.withdrawn, body: <Prose text={item.statement} lang={language} /> };
    case 'judged':
      return {
        title: say.judged,
        weight: 'strong',
        body: (
          <>
            <p className="verdict">{t.letters.verdicts[item.verdict]}</p>
            {item.comment ? <Prose text={item.comment} lang={language} /> : null}
            <p>
              <small>{t.case.twoWords}</small>
            </p>
          </>
        ),
      };
    case 'step':
      return stepShown(item, { t });
    case 'overdue':
      return {
        title: item.name,
        weight: 'strong',
        tone: 'danger',
        body: (
          <p>
            {say.overdue(item.dueDay)} {item.text} <Sources sources={item.sources} />
          </p>
        ),
      };
  }
}

const withReason = (sentence: string, label: string, text: string): ReactNode => (
  <>
    <p>{sentence}</p>
    <Reason label={label} text={text} />
  </>
);

function Filed({ t, locale, item }: { t: Text; locale: Locale; item: Extract<ThreadItem, { type: 'filed' }> }) {
  const say = t.case.thread;
  return (
    <>
      {item.from ? (
        <p>
          <CaseLink locale={locale} linked={item.from} text={say.from(item.from.number, item.from.body)} />
        </p>
      ) : null}
      {item.about ? (
        <p>
          <CaseLink locale={locale} linked={item.about} text={say.about(item.about.number, item.about.body)} />
        </p>
      ) : null}
      {item.after ? (
        <p>
          <CaseLink
            locale={locale}
            linked={item.after}
            text={t.steps.again.after(item.after.number, item.after.body)}
          />
        </p>
      ) : null}
      <Prose text={item.text} lang={item.language} />
      <p>
        <small>
          {say.registered(item.registeredDay)} {item.registeredText}
        </small>
      </p>
    </>
  );
}

function Reply({ t, item }: { t: Text; item: Extract<ThreadItem, { type: 'answered' | 'noted' }> }) {
  const say = t.case.thread;
  const { outcomeText, text, language, parts, signatory, drafter } = item;
  return (
    <>
      <p>
        <small>{outcomeText}</small>
      </p>
      <Prose text={text} lang={language} />
      {parts.length > 0 ? (
        <>
          <h4>{say.parts}</h4>
          <DefinitionList
            items={parts.map((part) => ({
              term: (
                <>
                  {part.label} {part.source ? <Sources sources={[part.source]} /> : null}
                </>
              ),
              value: <Prose text={part.text} lang={language} />,
            }))}
          />
        </>
      ) : null}
      <p className="signed">{say.signed(whoIs(t, signatory))}</p>
      {drafter ? (
        <p>
          <small>{t.office.drafted(whoIs(t, drafter))}</small>
        </p>
      ) : null}
    </>
  );
}
