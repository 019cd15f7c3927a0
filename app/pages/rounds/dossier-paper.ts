// The dossier of a round as a paper: its parts in the order in which a meeting goes through them.
import type { Paper } from '../../papers/paper';
import type { Dossier } from '../../queries/round-dossier';
import { textFor } from '../../text';
import { comments, moderation, numbers, points } from './dossier-comments';
import { commitments, council, days, decision } from './dossier-ending';
import { announcement, documents, gate, reach } from './dossier-opening';

export function dossierPaper(dossier: Dossier): Paper {
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
    ],
  };
}
