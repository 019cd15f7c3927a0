// What is asked, who decides and when, what can't change, whom to ask; the hearing; who may contribute.
import { fileSize, longDay } from '../../text/format';
import { Section, Stack } from '../../ui/layout';
import { FileList } from '../../ui/timeline';
import { DefinitionList, LawLink, Muted } from '../../ui/words';
import { roundFileAddress } from './addresses';
import type { Part } from './part';
import { byline, Said } from './said';

export function Asked({ t, locale, view }: Part) {
  const say = t.round.asked;
  const { summary, decides, fixed, contact, hearing, contributorsText } = view;
  const rows = [
    ...(decides.text ? [{ term: say.decides, value: <Said said={decides} /> }] : []),
    ...(fixed.text ? [{ term: say.fixed, value: <Said said={fixed} /> }] : []),
    { term: say.who, value: contributorsText },
    ...(contact ? [{ term: say.contact, value: contact }] : []),
    ...(hearing
      ? [
          {
            term: say.hearing,
            value: (
              <>
                <p>
                  <time dateTime={hearing.day}>{longDay(locale, hearing.day)}</time>
                  {hearing.time ? `, ${hearing.time}` : ''}
                </p>
                {hearing.place ? <p>{hearing.place}</p> : null}
                {hearing.held ? (
                  <>
                    <p>{say.held(hearing.held.present, hearing.held.chair)}</p>
                    <Said said={hearing.held.protocol} />
                    {hearing.held.files.length > 0 ? (
                      <FileList
                        files={hearing.held.files.map(({ id, name, size }) => ({
                          href: roundFileAddress(locale, view.number, id),
                          name,
                          detail: fileSize(locale, size),
                        }))}
                      />
                    ) : null}
                    <p className="signed">{byline(hearing.held.by)}</p>
                  </>
                ) : null}
                {hearing.owed ? (
                  <p>
                    {say.protocolOwed} <LawLink {...hearing.owed} />
                  </p>
                ) : null}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={say.title} id="asked">
      <Stack>
        {summary.text ? <Said said={summary} /> : <Muted>{say.noSummary}</Muted>}
        <DefinitionList items={rows} />
      </Stack>
    </Section>
  );
}
