// To who follows a case of others: what became of it. The words of the answer stand on its page.
import { caseFacts, type Letter } from '../letter';

export const caseNews: Letter<'case_news'> = (data, context) => {
  const { letters, follows } = context.text;
  const { subject, heading } = follows.news[data.news];
  return {
    subject: subject(data.number),
    heading,
    paragraphs: [follows.newsLead],
    facts: caseFacts(data, context),
    button: { label: letters.shared.openCase, path: data.path },
    law: null,
  };
};
