// What somebody said: to which clause, their words, the wording they propose held against the clause's own, their files; or why it is
// not shown.
import type { CommentView } from '../../queries/comment';
import { fileSize, longDay } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Details } from '../../ui/details';
import { Difference } from '../../ui/difference';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { FileList } from '../../ui/timeline';
import { Prose, Quote } from '../../ui/words';
import { fileName } from '../appeals/file-name';
import { changedClauseAddress, commentAddress, roundAddress } from './addresses';
import { byline } from './said';

type Props = { t: Text; locale: Locale; view: CommentView };

export function CommentSaid({ t, locale, view }: Props) {
  const say = t.comments.one;
  const { text, wording, proposal, clause, place, files, joins, language } = view;
  return (
    <Section title={say.said} id="said">
      <Stack>
        <NotShown {...{ t, locale, view }} />
        {joins ? (
          <p>
            <a href={commentAddress(locale, joins)}>{say.joins(joins)}</a>
          </p>
        ) : null}
        {text ? <Prose text={text} lang={language} /> : null}
        {text === '' && !wording && joins ? <p className="muted">{say.voiceAlone}</p> : null}
        {wording ? (
          <div className="change">
            <h3>{say.wording}</h3>
            {proposal && place ? (
              <Difference parts={proposal} lang={place.language} texts={t.comments.difference} />
            ) : (
              <Quote lang={language}>
                <Prose text={wording} lang={language} />
              </Quote>
            )}
          </div>
        ) : null}
        {proposal && wording ? (
          <Details summary={say.wordingWhole}>
            <Prose text={wording} lang={language} />
          </Details>
        ) : null}
        {files.length > 0 ? (
          <FileList
            files={files.map((file) => ({
              href: `${commentAddress(locale, view.number)}/files/${file.id}`,
              name: fileName(t, file),
              detail: fileSize(locale, file.size),
            }))}
          />
        ) : null}
        {clause && place ? (
          <Details summary={say.clauseThen(clause.version)}>
            <Prose text={clause.text} lang={place.language} />
            {clause.fate && clause.fate !== 'same' && place.anchor ? (
              <p>
                <a href={changedClauseAddress(locale, view.round.number, { ...place, anchor: place.anchor })}>
                  {say.fate[clause.fate]}
                </a>
              </p>
            ) : null}
          </Details>
        ) : null}
      </Stack>
    </Section>
  );
}

/** Hidden by a moderator or taken back: said to everyone, also where the viewer may read the words all the same. */
function NotShown({ t, locale, view }: Props) {
  const say = t.comments.one;
  const { moderated, moderation, phase, endedDay, statement, text, voices, own, may, round } = view;
  const shown = text !== null;
  return (
    <>
      {moderated ? (
        <Alert tone="warning" title={say.hidden(moderated.groundName)}>
          <p>{moderated.reason}</p>
          <p className="signed">{moderated.by}</p>
          <p>
            {shown ? say.hiddenShown : say.hiddenText} {own && may.withdraw ? t.moderation.act.ownNext : null}
          </p>
          <p>
            <a href={`${roundAddress(locale, round.number)}/moderation`}>{t.moderation.log.link}</a>
          </p>
        </Alert>
      ) : null}
      {moderation.length > 1 || (moderation.length === 1 && !moderated) ? (
        <Details summary={say.log}>
          <ul className="steps">
            {moderation.map(({ day, shown: again, groundName, reason, by }, n) => (
              <li key={n}>
                {longDay(locale, day)}: {again ? say.shownAgain : say.hidden(groundName ?? '')}
                <small className="case-line">{`${reason} · ${byline(by)}`}</small>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {phase === 'withdrawn' && endedDay ? (
        <Alert tone="info" title={say.takenBack(endedDay)}>
          {statement ? <p className="keep-lines">{statement}</p> : null}
          <p>{shown ? (voices > 0 ? say.keptForVoices : say.takenBackShown) : say.takenBackText}</p>
        </Alert>
      ) : null}
    </>
  );
}
