// The letters about steps of a case beside its main line: to its applicant, or to whoever works on it at the body.
import { applicantOf, type Appeal } from './appeal';
import type { Day } from './day';
import type { LetterOrder, StepLetter } from './letter';
import { about, INTAKE, type Surroundings } from './owing';

/** `hearingDay`: on which one is heard in person; `complaint`: the number of one that it is about. */
type Said = { day?: Day; hearingDay?: Day | null; complaint?: string; text: string; by: string };

const letterTo = (
  to: LetterOrder['to'],
  it: Appeal,
  around: Surroundings,
  step: StepLetter,
  { day, hearingDay, complaint, text, by }: Said,
): LetterOrder => ({
  letter: 'case_step',
  key: `${step}:${it.number}:${around.place}`,
  to,
  data: {
    ...about(it, around.body),
    step,
    day: day ?? null,
    ...(hearingDay && { hearingDay }),
    ...(complaint && { complaint }),
    text,
    by,
  },
});

export const toApplicant = (it: Appeal, around: Surroundings, step: StepLetter, said: Said): LetterOrder =>
  letterTo({ party: applicantOf(it) }, it, around, step, said);

/** To the executor of the case; to the body's intake while it has none. */
export const toBody = (it: Appeal, around: Surroundings, step: StepLetter, said: Said): LetterOrder =>
  letterTo(
    { party: { kind: 'body', id: around.body.id }, roles: INTAKE, officialId: it.officialId },
    it,
    around,
    step,
    said,
  );

export const actorName = ({ actor }: Surroundings): string => (actor.kind === 'person' ? actor.name : '');
