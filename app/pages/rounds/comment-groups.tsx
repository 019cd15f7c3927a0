// The comments of a round as they belong together: points with the answer that all their comments share; clauses with the comments that
// most voices joined.
import type { ClauseGroup, Page, PointGroup } from '../../queries/comment-groups';
import type { Locale, Text } from '../../text';
import { Section, Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { Muted, Tag } from '../../ui/words';
import { addressOf, changedClauseAddress, commentsAddress } from './addresses';
import { Contribution } from './contribution';
import { DispositionTag } from './disposition';
import { byline, Said } from './said';

type Common = { t: Text; locale: Locale; round: string };

function GroupPages({ t, locale, round, page, view }: Common & { page: Page<unknown>; view: string }) {
  const say = t.comments.list;
  const to = (from: number) =>
    addressOf(commentsAddress(locale, round), { view, from: from === 1 ? null : String(from) });
  if (page.newer === null && page.older === null) return null;
  return (
    <Pagination
      label={say.pages}
      newer={page.newer === null ? undefined : { href: to(page.newer), label: say.newer }}
      older={page.older === null ? undefined : { href: to(page.older), label: say.older }}
    />
  );
}

export function Points(props: Common & { page: Page<PointGroup>; ungrouped: number }) {
  const { t, locale, round, page, ungrouped } = props;
  const say = t.comments.points;
  return (
    <Stack>
      {page.groups.map((point) => (
        <Point key={point.id} {...{ t, locale, round, point }} />
      ))}
      {ungrouped > 0 ? <p>{say.ungrouped(ungrouped)}</p> : null}
      <GroupPages {...props} view="points" />
    </Stack>
  );
}

function Point({ t, locale, round, point }: Common & { point: PointGroup }) {
  const say = t.comments.points;
  const { id, title, n, voices, open, answer, changes } = point;
  return (
    <article className="point" aria-labelledby={`point-${id}`}>
      <h2 id={`point-${id}`}>{title}</h2>
      <p className="contribution-head">
        <a href={commentsAddress(locale, round, { point: id })}>
          {say.read(n)}
          <span className="unseen">: {title}</span>
        </a>
        {voices > 0 ? <Muted>{t.comments.ofThemVoices(voices)}</Muted> : null}
        {answer ? <DispositionTag code={answer.code} name={answer.codeName} /> : <Tag>{say.pending}</Tag>}
        {answer && open > 0 ? <Tag>{say.someOpen(open)}</Tag> : null}
      </p>
      {answer ? (
        <>
          <Said said={answer.reason} />
          {changes.length > 0 ? (
            <p className="contribution-place">
              {say.changed}{' '}
              {changes.map(({ role, language, anchor, version }, at) => (
                <span key={`${role} ${language} ${anchor}`}>
                  {at > 0 ? ', ' : ''}
                  <a href={changedClauseAddress(locale, round, { role, language, anchor, to: version })}>
                    {t.case.languages[language]}
                    <span className="unseen">: {title}</span>
                  </a>
                </span>
              ))}
            </p>
          ) : null}
          {answer.by ? <p className="signed">{say.approved(byline(answer.by))}</p> : null}
        </>
      ) : null}
    </article>
  );
}

export function Clauses(props: Common & { page: Page<ClauseGroup> }) {
  const { t, locale, round, page } = props;
  const say = t.comments.clauses;
  return (
    <>
      {page.groups.map(({ role, language, anchor, label, roleName, comments, voices, rows }) => {
        const language_ = language === 'kk' || language === 'ru' ? language : null;
        const all = role && anchor ? commentsAddress(locale, round, { clause: `${role}.${language}.${anchor}` }) : null;
        return (
          <Section
            key={`${role} ${language} ${anchor}`}
            title={
              role ? (
                <>
                  {label ? (
                    <span className="clause-name" lang={language}>
                      {label}
                    </span>
                  ) : (
                    roleName
                  )}{' '}
                  <Muted>
                    <small>
                      {[label ? roleName : '', language_ ? t.case.languages[language_] : ''].filter(Boolean).join(', ')}
                    </small>
                  </Muted>
                </>
              ) : (
                t.comments.facts.whole
              )
            }
            action={
              all ? (
                <a href={all}>
                  {t.round.documents.comments(comments, voices)}
                  <span className="unseen">: {label}</span>
                </a>
              ) : (
                <Muted>{t.round.documents.comments(comments, voices)}</Muted>
              )
            }
          >
            <div className="contributions">
              {rows.map((row) => (
                <Contribution key={row.id} {...{ t, locale, round, row }} without={['place']} />
              ))}
            </div>
            {comments > rows.length && all ? (
              <p className="after-table">
                <a href={all}>
                  {say.more(comments - rows.length)}
                  <span className="unseen">: {label}</span>
                </a>
              </p>
            ) : null}
          </Section>
        );
      })}
      <GroupPages {...props} view="clauses" />
    </>
  );
}
