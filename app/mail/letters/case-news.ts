// To who follows a case of others, or the body where it is: what became of it. The words of the answer stand on its page.
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

export const bodyNews: Letter<'body_news'> = (data, context) => {
  const { letters, follows } = context.text;
  const { subject, heading } = follows.bodyNews[data.news];
  const body = data.body[context.locale];
  return {
    subject: subject(data.number, body),
    heading: heading(body),
    paragraphs: [follows.bodyLead],
    facts: caseFacts(data, context),
    button: { label: letters.shared.openCase, path: data.path },
    law: null,
  };
};
