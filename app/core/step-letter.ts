// The letters about steps of a case beside its main line: to its applicant, or to whoever works on it at the body.
import { applicantOf, type Appeal } from './appeal';
import type { Day } from './day';
import type { LetterOrder, StepLetter } from './letter';
import { about, INTAKE, type Surroundings } from './owing';

type Said = { day?: Day; text: string; by: string };

const letterTo = (
  to: LetterOrder['to'],
  it: Appeal,
  around: Surroundings,
  step: StepLetter,
  { day = null, text, by }: { day?: Day | null; text: string; by: string },
): LetterOrder => ({
  letter: 'case_step',
  key: `${step}:${it.number}:${around.place}`,
  to,
  data: { ...about(it, around.body), step, day, text, by },
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
