// A public case in the words of schema.org: a question put to a state body, and what it answered. "Suggested", never "accepted": whether the answer
// is one is for whoever asked, and stands on the page. Who asked is on the page too, and not put before machines. Null for a private case.
import type { CaseView } from '../../queries/case';
import type { Locale } from '../../text';

export const caseStructured = (view: CaseView, { origin, locale }: { origin: string; locale: Locale }) => {
  if (view.isPrivate) return null;
  const { number, subject, language, body, receivedDay, thread } = view;
  const url = `${origin}/${locale}/appeals/${number}`;
  const organisation = {
    '@type': 'GovernmentOrganization',
    name: body.name,
    url: `${origin}/${locale}/bodies/${body.slug}`,
  };
  const asked = thread.find((item) => item.type === 'filed');
  const answers = thread.flatMap((item) => (item.type === 'answered' || item.type === 'noted' ? [item] : []));
  return {
    ...{ '@context': 'https://schema.org', '@type': 'QAPage', url, inLanguage: language },
    mainEntity: {
      ...{ '@type': 'Question', '@id': url, name: subject, text: asked?.text ?? subject, dateCreated: receivedDay },
      answerCount: answers.length,
      suggestedAnswer: answers.map((item) => ({
        ...{ '@type': 'Answer', url: `${url}#${item.id}`, text: item.text, author: organisation },
        ...{ inLanguage: item.language, dateCreated: new Date(item.at).toISOString() },
      })),
    },
  };
};
