// The documents of a round: which there are, and one of them clause after clause, each with its comments and the way to add one.
import { clauseLabel } from '../../queries/comment-parts';
import type { ClauseView, DocumentsView, ShownDocument } from '../../queries/round-documents';
import { fileSize, longDay, number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { ClauseText } from '../../ui/clause-text';
import { Tabs } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { Muted, Tag } from '../../ui/words';
import type { StateLanguage } from '../../../guide/schema';
import { addressOf, commentsAddress, roundAddress, roundFileAddress } from './addresses';
import { textPart, type Part } from './part';

type Props = Part & { documents: DocumentsView; lang: StateLanguage; unasked: number };

export function Documents(props: Props) {
  const { t, locale, view, documents, lang } = props;
  const say = t.round.documents;
  const { shown } = documents;
  if (!shown) return null;
  const text = textPart(lang, locale);
  return (
    <Section title={say.title} id="documents" lead={shown.roleText}>
      <Stack>
        <Tabs
          label={say.roles}
          tabs={documents.roles.map(({ role, name }) => ({
            href: `${roundAddress(locale, view.number, { doc: role, text })}#documents`,
            label: name,
            current: role === shown.role,
          }))}
        />
        <Versions {...props} shown={shown} />
        {shown.language === lang ? null : (
          <Alert tone="info">
            <p>{say.onlyIn[shown.language]}</p>
          </Alert>
        )}
        <div className="clauses">
          {shown.clauses.map((clause) => (
            <Clause key={clause.anchor} {...props} shown={shown} clause={clause} />
          ))}
        </div>
        <ClausePages {...props} shown={shown} />
        <Removed {...props} shown={shown} />
      </Stack>
    </Section>
  );
}

type Shown = Props & { shown: ShownDocument };

const at = ({ locale, view, lang, shown }: Shown, more: Record<string, string | number | null>): string =>
  `${roundAddress(locale, view.number, { doc: shown.role, text: textPart(lang, locale), ...more })}#documents`;

/** Which version this is, the others, and the way to what changed. */
function Versions(props: Shown) {
  const { t, locale, view, shown, unasked } = props;
  const say = t.round.documents;
  const latest = shown.versions.at(-1);
  const own = shown.versions.find(({ version }) => version === shown.version);
  return (
    <div className="versions">
      <p>
        <span lang={shown.language}>{shown.title}</span>
        {own ? <Muted> · {`${say.version(shown.version)}, ${longDay(locale, own.day)}`}</Muted> : null}
      </p>
      {shown.original ? (
        <p>
          <a href={roundFileAddress(locale, view.number, shown.original.id)}>
            {say.original(shown.original.name, fileSize(locale, shown.original.size))}
          </a>
        </p>
      ) : null}
      {shown.versions.length > 1 ? (
        <>
          <Tabs
            label={say.versions}
            look="within"
            tabs={shown.versions.map(({ version, later }) => ({
              href: at(props, { v: version }),
              label: later ? say.later(version) : say.commented(version),
              current: version === shown.version,
            }))}
          />
          <p>
            <a
              href={addressOf(`/${locale}/rounds/${view.number}/changes`, {
                doc: shown.role,
                text: textPart(shown.language, locale),
              })}
            >
              {say.changes}
            </a>
            {unasked > 0 && latest ? <Muted> {say.unasked(unasked)}</Muted> : null}
          </p>
        </>
      ) : null}
    </div>
  );
}

const NAMED = /\p{L}{3,}/u;

function Clause({ t, locale, view, shown, clause }: Shown & { clause: ClauseView }) {
  const say = t.round.documents;
  const { anchor, number: name, heading, change } = clause;
  const label = clauseLabel(clause, shown.language);
  const isTitle = heading !== null || (name !== null && NAMED.test(name));
  const mark = change ? <Tag tone="clock">{say.change[change]}</Tag> : null;
  return (
    <article
      className={isTitle || name === null ? 'clause' : 'clause clause-numbered'}
      id={anchor}
      aria-label={label || say.unnumbered}
    >
      {isTitle ? (
        <h3 lang={shown.language}>
          {label} {mark}
        </h3>
      ) : name ? (
        <p className="clause-number" lang={shown.language}>
          {name}
        </p>
      ) : null}
      {clause.html ? <ClauseText html={clause.html} lang={shown.language} /> : null}
      {isTitle || !mark ? null : <p>{mark}</p>}
      <ClauseFoot {...{ t, locale, view, shown, clause, label }} />
    </article>
  );
}

type FootProps = Part & { shown: ShownDocument; clause: ClauseView; label: string };

function ClauseFoot({ t, locale, view, shown, clause, label }: FootProps) {
  const say = t.round.documents;
  const { anchor, comments, voices, elsewhere } = clause;
  const takes = view.open && view.contributors === 'everyone';
  if (comments + voices + elsewhere === 0 && !takes) return null;
  const place = `${shown.role}.${shown.language}.${anchor}`;
  return (
    <p className="clause-foot">
      {comments + voices > 0 ? (
        <a href={commentsAddress(locale, view.number, { clause: place })}>
          {say.comments(comments, voices)}
          <span className="unseen">: {label}</span>
        </a>
      ) : null}
      {elsewhere > 0 ? <Muted>{say.elsewhere[shown.language](number(locale, elsewhere))}</Muted> : null}
      {takes ? (
        <a
          href={addressOf(`/${locale}/rounds/${view.number}/comment`, { document: shown.documentId, anchor })}
          className="clause-comment"
        >
          {say.commentHere}
          <span className="unseen">: {label}</span>
        </a>
      ) : null}
    </p>
  );
}

function ClausePages(props: Shown) {
  const { t, shown } = props;
  const say = t.round.documents;
  if (shown.newer === null && shown.older === null) return null;
  const page = (from: number) => at(props, { v: shown.version, from: from === 1 ? null : from });
  return (
    <Pagination
      label={say.pages}
      note={say.of(shown.clauses.length, shown.total)}
      newer={shown.newer === null ? undefined : { href: page(shown.newer), label: say.newer }}
      older={shown.older === null ? undefined : { href: page(shown.older), label: say.older }}
    />
  );
}

/** Clauses that are gone, with what was said about them. */
function Removed({ t, locale, view, shown }: Shown) {
  const say = t.round.documents;
  if (shown.removed.length === 0) return null;
  return (
    <div>
      <h3>{say.removed}</h3>
      <ul className="steps">
        {shown.removed.map(({ anchor, number: name, heading, comments }) => {
          const label = clauseLabel({ number: name, heading }, shown.language) || say.unnumbered;
          return (
            <li key={anchor}>
              <span lang={shown.language}>{label}</span>{' '}
              {comments > 0 ? (
                <a href={commentsAddress(locale, view.number, { clause: `${shown.role}.${shown.language}.${anchor}` })}>
                  {say.comments(comments, 0)}
                  <span className="unseen">: {label}</span>
                </a>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A comment on the draft as a whole, where comments are taken. */
export const CommentOnWhole = ({ t, locale, view }: Part) =>
  view.open && view.contributors === 'everyone' ? (
    <LinkButton href={`${roundAddress(locale, view.number)}/comment`} icon="plus">
      {t.round.documents.commentWhole}
    </LinkButton>
  ) : null;
