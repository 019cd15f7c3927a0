// What the body promised in the outcome: by which day, what it says it did, what those who took part say of it. The two are shown side by
// side and never merged.
import type { CommitmentView } from '../../queries/round-result';
import { fileSize, longDay } from '../../text/format';
import { LinkButton, SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Deadline } from '../../ui/deadline';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Card, Section, Stack } from '../../ui/layout';
import { FileList } from '../../ui/timeline';
import { Quote } from '../../ui/words';
import { clockNote, NEARNESS } from '../clock-look';
import { textOf } from '../form';
import { Refused } from '../refused';
import { Resumed } from '../resumed';
import type { Answered } from '../respond';
import { commentsAddress, roundAddress, roundFileAddress } from './addresses';
import type { Part } from './part';
import { byline, Said } from './said';

const VERDICTS = ['kept', 'partly', 'not_kept'] as const;

type Props = Part & {
  commitments: readonly CommitmentView[];
  /** Whether this viewer took part in the round and may say whether a promise was kept. */
  mayJudge: boolean;
  /** Ids of those on which this viewer may report. */
  reports: readonly string[];
  answered: Answered;
};

export function Commitments(props: Props) {
  const { t, commitments } = props;
  const say = t.round.commitments;
  if (commitments.length === 0) return null;
  return (
    <Section title={say.title} lead={say.lead} id="commitments">
      <Stack>
        {commitments.map((one) => (
          <Commitment key={one.id} {...props} one={one} />
        ))}
      </Stack>
    </Section>
  );
}

function Commitment(props: Props & { one: CommitmentView }) {
  const { t, locale, view, one, mayJudge, reports, answered } = props;
  const say = t.round.commitments;
  const { id, text, dueDay, clock, point, report, judged, words } = one;
  const judgements = judged.kept + judged.partly + judged.not_kept;
  const note = clockNote(t, one);
  return (
    <Card id={`commitment-${id}`} tone={clock === 'overdue' ? 'danger' : 'plain'}>
      <Said said={text} />
      <Deadline nearness={NEARNESS[clock]} day={dueDay} dayText={longDay(locale, dueDay)} note={note} label={say.due} />
      {point ? (
        <p>
          <a href={commentsAddress(locale, view.number, { point: point.id })}>{say.from(point.title)}</a>
        </p>
      ) : null}
      {report ? (
        <Stack gap="s">
          <p>
            <strong>{say.bodySays}</strong> {t.roundLetters.kept[report.kept]}
          </p>
          <Quote source={`${byline(report.by)}, ${longDay(locale, report.day)}`} lang={report.evidence.lang}>
            <Said said={report.evidence} />
          </Quote>
          {report.files.length > 0 ? (
            <FileList
              files={report.files.map((file) => ({
                href: roundFileAddress(locale, view.number, file.id),
                name: file.name,
                detail: fileSize(locale, file.size),
              }))}
            />
          ) : null}
          <p>
            <strong>{say.peopleSay}</strong>{' '}
            {judgements === 0 ? say.nobody : say.judged(judged.kept, judged.partly, judged.not_kept)}
          </p>
          {words.map(({ verdict, comment, day }, n) => (
            <Quote key={n} source={`${t.roundLetters.kept[verdict]}, ${longDay(locale, day)}`}>
              <p className="keep-lines">{comment}</p>
            </Quote>
          ))}
        </Stack>
      ) : null}
      {reports.includes(id) ? (
        <div className="actions">
          <LinkButton href={`${roundAddress(locale, view.number)}/commitments/${id}`}>{t.roundWork.report}</LinkButton>
        </div>
      ) : null}
      {report && mayJudge ? <Judge {...props} open={textOf(answered.typed, 'commitmentId') === id} /> : null}
    </Card>
  );
}

function Judge({ t, one, answered, open }: Props & { one: CommitmentView; open: boolean }) {
  const say = t.round.commitments.judge;
  const { refused, typed, resumed }: Partial<Answered> = open ? answered : {};
  const prefix = `${one.id}-`;
  return (
    <Details summary={say.open} open={open}>
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={{ verdict: say.verdict, comment: say.comment }} prefix={prefix} />
        <Form>
          <Hidden values={{ intent: 'judge', commitmentId: one.id }} />
          <RadioCards
            name="verdict"
            id={`${prefix}verdict`}
            legend={say.verdict}
            layout="list"
            value={textOf(typed, 'verdict')}
            error={refused?.fields.verdict}
            options={VERDICTS.map((value) => ({ value, label: t.roundLetters.kept[value] }))}
          />
          <TextArea
            name="comment"
            id={`${prefix}comment`}
            label={say.comment}
            mark={t.filing.optional}
            hint={say.hint}
            rows={3}
            maxLength={2000}
            value={textOf(typed, 'comment')}
            error={refused?.fields.comment}
          />
          <FormActions>
            <SubmitButton weight="secondary" busy={t.acts.sending}>
              {say.submit}
            </SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Details>
  );
}
