// The dossier of a round as a paper: its parts in the order in which a meeting goes through them.
import type { Paper } from '../../papers/paper';
import type { Dossier } from '../../queries/round-dossier';
import { textFor } from '../../text';
import { issuedPart } from '../issued-part';
import { comments, moderation, numbers, points } from './dossier-comments';
import { commitments, council, days, decision } from './dossier-ending';
import { announcement, documents, gate, reach } from './dossier-opening';

/** `code`: the signed note of what it is, for the square code. */
export function dossierPaper(dossier: Dossier, { origin, code }: { origin: string; code: string }): Paper {
  const { language, view, at } = dossier;
  const t = textFor(language);
  const scene = { t, dossier };
  return {
    title: `${t.dossier.title(view.number)}: ${view.title.text}`,
    lang: language,
    made: new Date(at),
    parts: [
      ...announcement(scene),
      ...gate(scene),
      ...reach(scene),
      ...documents(scene),
      ...council(scene),
      ...decision(scene),
      ...commitments(scene),
      ...numbers(scene),
      ...points(scene),
      ...comments(scene),
      ...moderation(scene),
      ...days(scene),
      ...issuedPart(origin, { lang: language, code, events: view.chain.events, day: view.today }),
    ],
  };
}
