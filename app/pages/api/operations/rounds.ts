// Operations on consultation rounds, the clauses of their documents and their comments: read as any visitor reads them, and commented.
import { z } from 'zod';
import { ORIGINS, ROUND_KINDS, STAGES } from '../../../../guide/schema';
import { makeComment, input as commenting } from '../../../commands/comments/make';
import { withdrawComment, input as withdrawing } from '../../../commands/comments/withdraw';
import { PARTICIPANTS } from '../../../core/comment-event';
import { done, refuse } from '../../../core/refusal';
import { REGIONS } from '../../../core/region';
import { readsIn } from '../../../core/said';
import { TOPICS } from '../../../core/topic';
import { clauseRows } from '../../../queries/clause-rows';
import { commentFound, commentView } from '../../../queries/comment';
import { ANSWERS, commentCursorOf, ORDERS } from '../../../queries/comment-filter';
import { listComments } from '../../../queries/comments';
import { roundView } from '../../../queries/round';
import { roundFacts, roundRead } from '../../../queries/round-facts';
import { roundCursorOf } from '../../../queries/round-filter';
import { resultView } from '../../../queries/round-result';
import { listRounds } from '../../../queries/rounds';
import { comment, commentLine, commentLineOf, commentOf } from '../answers/comment';
import { clause, clauseOf, round, roundLine, roundLineOf, roundOf } from '../answers/round';
import { links, linksTo, locale, SHAPES } from '../answers/shared';
import { listing, reading, writing } from '../operation';

const filter = z.strictObject({
  q: z.string().trim().max(200).optional().describe('Words of the title, or a number.'),
  body: z.string().max(80).optional().describe('Slug of a body: its own rounds and those of all bodies under it.'),
  kind: z.enum(ROUND_KINDS).optional(),
  topic: z.enum(TOPICS).optional(),
  region: z.enum(REGIONS).optional().describe('Rounds of the whole country concern it too.'),
  stage: z.enum(STAGES).optional(),
});
const commentFilter = z.strictObject({
  q: z.string().trim().max(200).optional(),
  answer: z.enum(ANSWERS).optional().describe('What became of it: a disposition, or unanswered, withdrawn, hidden.'),
  participant: z.enum(PARTICIPANTS).optional(),
  origin: z.enum(ORIGINS).optional(),
  language: locale.optional(),
  joins: z.string().max(20).optional().describe('Number of a comment: the voices that joined it.'),
  order: z.enum(ORDERS).default('newest'),
});
const made = z.strictObject({ number: z.string(), links }).register(SHAPES, { id: 'CommentActed' });

export const ROUNDS = {
  listRounds: listing({
    ...{ path: '/rounds', group: 'rounds', query: filter, item: roundLine },
    list: async ({ world, query, limit, cursor, ...to }) => {
      const after = roundCursorOf(cursor);
      if (cursor !== null && after === null) return 'cursor';
      const { q = '', body = '', kind = null, topic = null, region = null, stage = null } = query;
      const asked = { filter: { q, body, kind, topic, region, stage }, after, limit, locale: to.locale };
      const { rows, older } = await listRounds(world, asked);
      return { items: rows.map((row) => roundLineOf(to, row)), next: older };
    },
  }),
  getRound: reading({
    ...{ path: '/rounds/{number}', group: 'rounds', answer: round },
    read: async ({ world, viewer, path, ...to }) => {
      const facts = await roundFacts(world, viewer, path.number);
      if (!facts || facts.stage === 'preparing') return null;
      const reads = { locale: to.locale, lang: readsIn(to.locale) };
      const result = await resultView(world, facts, reads);
      return roundOf(to, { view: roundView(world, facts, reads), result, documents: facts.round.documents });
    },
  }),
  listClauses: listing({
    ...{ path: '/rounds/{number}/documents/{documentId}/clauses', group: 'rounds', item: clause },
    list: async ({ world, viewer, path, limit, cursor }) => {
      if (cursor !== null && !/^\d{1,9}$/.test(cursor)) return 'cursor';
      const facts = await roundRead(world, viewer, { round: path.number });
      const document = facts?.round.documents.find(({ documentId }) => documentId === path.documentId);
      if (!facts || !document || facts.round.phase === 'preparing') return null;
      const after = cursor === null ? -1 : Number(cursor);
      const { rows, next } = await clauseRows(world, { documentId: document.documentId, after, limit });
      return { items: rows.map(clauseOf), next: next === null ? null : String(next) };
    },
  }),
  listComments: listing({
    ...{ path: '/rounds/{number}/comments', group: 'comments', query: commentFilter, item: commentLine },
    list: async ({ world, viewer, path, query, limit, cursor, ...to }) => {
      const after = commentCursorOf(cursor);
      if (cursor !== null && after === null) return 'cursor';
      const facts = await roundRead(world, viewer, { round: path.number });
      if (!facts || facts.round.phase === 'preparing') return null;
      const { q = '', answer = null, participant = null, origin = null, language = null, joins = '', order } = query;
      const { rows, older } = await listComments(world, viewer, facts, {
        filter: { ...{ q, answer, participant, origin, language, joins, order }, clause: '', point: null },
        ...{ after, limit, locale: to.locale, lang: readsIn(to.locale) },
      });
      return { items: rows.map((row) => commentLineOf(to, row)), next: older };
    },
  }),
  getComment: reading({
    ...{ path: '/comments/{number}', group: 'comments', answer: comment },
    read: async ({ world, viewer, path, ...to }) => {
      const found = await commentFound(world, viewer, path.number, to.locale);
      if (!found) return null;
      const reads = { locale: to.locale, lang: readsIn(to.locale) };
      return commentOf(to, await commentView(world, viewer, found, reads));
    },
  }),
  makeComment: writing({
    ...{ path: '/rounds/{number}/comments', group: 'comments', scopes: ['comment.make'], status: 201, answer: made },
    body: commenting.omit({ roundId: true, organisationId: true, key: true }),
    act: async ({ world, viewer, key, path, body, form, ...to }) => {
      const facts = await roundRead(world, viewer, { round: path.number });
      if (!facts) return refuse('not_found');
      const sent = { ...body, roundId: facts.round.id, organisationId: key.organisationId ?? '', key: form };
      const outcome = await makeComment(world, viewer, sent);
      if (!outcome.ok) return outcome;
      const { number } = outcome.value;
      const found = linksTo(to, `/comments/${number}`);
      return done({ answer: { number, links: found }, location: found.self });
    },
  }),
  withdrawComment: writing({
    ...{ path: '/comments/{number}/withdrawal', group: 'comments', scopes: ['comment.withdraw'], answer: made },
    body: withdrawing.omit({ commentId: true }),
    act: async ({ world, viewer, path, body, ...to }) => {
      const found = await commentFound(world, viewer, path.number, to.locale);
      if (!found) return refuse('not_found');
      const outcome = await withdrawComment(world, viewer, { ...body, commentId: found.row.id });
      if (!outcome.ok) return outcome;
      const { number } = outcome.value;
      return done({ answer: { number, links: linksTo(to, `/comments/${number}`) } });
    },
  }),
};
