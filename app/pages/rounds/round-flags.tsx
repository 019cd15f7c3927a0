// Where answers and texts do not agree: accepted, and the clause reads as before; changed, and nobody had said a word.
import type { RoundFlags } from '../../queries/round-flags';
import { Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { changedClauseAddress, commentsAddress } from './addresses';
import type { Part } from './part';

export function Flags({ t, locale, view, flags }: Part & { flags: RoundFlags }) {
  const say = t.round.flags;
  const { undone, unasked } = flags;
  const changes = (role: string, language: string, anchor: string) =>
    changedClauseAddress(locale, view.number, { role, language, anchor });
  if (undone.length + unasked.length === 0) return null;
  return (
    <Stack>
      {undone.length > 0 ? (
        <Alert tone="danger" title={say.undone.title} id="undone">
          <p>{say.undone.text}</p>
          <ul className="steps">
            {undone.map(({ pointId, title, role, language, anchor, label }) => (
              <li key={`${pointId} ${role} ${language} ${anchor}`}>
                <a href={commentsAddress(locale, view.number, { point: pointId })}>{title}</a>:{' '}
                <a href={changes(role, language, anchor)}>
                  <span lang={language}>{label}</span> ({t.case.languages[language]})
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {unasked.length > 0 ? (
        <Alert tone="warning" title={say.unasked.title} id="unasked">
          <p>{say.unasked.text}</p>
          <p>
            {unasked.map(({ role, language, anchor, label }, n) => (
              <span key={`${role} ${language} ${anchor}`}>
                {n > 0 ? ', ' : null}
                <a href={changes(role, language, anchor)}>
                  <span lang={language}>{label}</span> ({t.case.languages[language]})
                </a>
              </span>
            ))}
          </p>
        </Alert>
      ) : null}
    </Stack>
  );
}
