// What the viewer has to do with a round: shown to those who work on it, above everything that everyone reads; and the word that what
// they have just done is recorded.
import { isRoundAct } from '../../queries/round-acts';
import type { OwnTask, RoundYours } from '../../queries/round-yours';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Alert } from '../../ui/notice';
import { roundAddress } from './addresses';

type Props = { t: Text; locale: Locale; number: string; yours: RoundYours };

export function Yours({ t, locale, number, yours: { next, more, reports, counts } }: Props) {
  const say = t.round.yours;
  const link = (task: OwnTask) => ({
    href: `${roundAddress(locale, number)}/${task === 'prepare' || task === 'work' ? task : `acts/${task}`}`,
    children: task === 'prepare' ? say.prepare : task === 'work' ? say.work : t.roundWork.acts[task],
  });
  const acts = more.filter((task) => task !== 'work');
  return (
    <section className="yours" aria-labelledby="yours">
      <h2 id="yours">{say.title}</h2>
      {next === 'prepare' ? (
        <p>{say.preparing}</p>
      ) : counts.total > 0 ? (
        <p>{t.roundWork.left(counts.open, counts.total)}</p>
      ) : null}
      <div className="actions">
        {next ? <LinkButton weight="primary" {...link(next)} /> : null}
        {reports[0] ? (
          <LinkButton
            weight={next ? 'secondary' : 'primary'}
            href={`${roundAddress(locale, number)}/commitments/${reports[0].id}`}
          >
            {say.report(reports[0].dueDay)}
          </LinkButton>
        ) : null}
        {more.includes('work') ? <LinkButton {...link('work')} /> : null}
        {acts.length > 2 ? (
          <LinkButton href={`${roundAddress(locale, number)}/acts`}>{say.more(acts.length)}</LinkButton>
        ) : (
          acts.map((act) => <LinkButton key={act} {...link(act)} />)
        )}
      </div>
    </section>
  );
}

/** Said once, after the act that led here. */
export function Recorded({ t, done }: { t: Text; done: string | null }) {
  if (done === 'opened') return <Alert tone="success">{t.roundPrepare.opened}</Alert>;
  if (done === 'report') return <Alert tone="success">{t.roundWork.recorded.report}</Alert>;
  return done !== null && isRoundAct(done) ? <Alert tone="success">{t.roundWork.recorded[done]}</Alert> : null;
}
