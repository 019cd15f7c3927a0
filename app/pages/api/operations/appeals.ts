// Operations on appeals: read as any visitor reads them (or as the key's own people do), filed, accepted, answered, withdrawn, and joined with
// the number that they have elsewhere. And files, which an act then takes.
import { z } from 'zod';
import { KINDS } from '../../../../guide/schema';
import { acceptAppeal, input as accepting } from '../../../commands/appeals/accept';
import { answerAppeal, input as answering } from '../../../commands/appeals/answer';
import { fileAppeal, input as filing } from '../../../commands/appeals/file';
import { input as proposing, proposeExtension } from '../../../commands/appeals/propose-extension';
import { setExternal, input as external } from '../../../commands/appeals/set-external';
import { withdrawAppeal, input as withdrawing } from '../../../commands/appeals/withdraw';
import { uploadFile } from '../../../commands/files/upload';
import type { Day } from '../../../core/day';
import { done, refuse, type Outcome } from '../../../core/refusal';
import { STANDINGS } from '../../../core/standing';
import type { Viewer } from '../../../core/viewer';
import { cursorOf } from '../../../queries/appeal-filter';
import { listAppeals } from '../../../queries/appeals';
import { caseView } from '../../../queries/case';
import { caseFacts } from '../../../queries/case-facts';
import { termsOf } from '../../../queries/case-terms';
import type { World } from '../../../world';
import { appeal, appealLine, appealLineOf, appealOf } from '../answers/appeal';
import { day, links, linksTo, SHAPES, type Addresses } from '../answers/shared';
import { listing, reading, sending, writing } from '../operation';

const filter = z.strictObject({
  q: z.string().trim().max(200).optional().describe('Words, in any of the three languages, or a number.'),
  body: z.string().max(80).optional().describe('Slug of a body: its own cases and those of all bodies under it.'),
  kind: z.enum(KINDS).optional(),
  standing: z.enum(STANDINGS).optional(),
  time: z.enum(['late', 'in_time']).optional(),
  from: day.optional().describe('Received on this day or later.'),
  to: day.optional().describe('Received on this day or earlier.'),
  whose: z.enum(['mine', 'ours']).optional().describe('With a key that reads: one’s own as applicant, or as body.'),
});

const filed = z
  .strictObject({
    number: z.string(),
    others: z.array(z.string()).describe('Numbers of the same appeal at the other bodies.'),
    links,
  })
  .register(SHAPES, { id: 'FiledAppeal' });
const acted = z.strictObject({ number: z.string(), links }).register(SHAPES, { id: 'AppealActed' });
const upload = z
  .strictObject({
    id: z.uuid().describe('For `files` of an act; without one the file is thrown away after a day.'),
    name: z.string(),
    size: z.number().int(),
    type: z.string(),
    sha256: z.string(),
  })
  .register(SHAPES, { id: 'Upload' });

type Acting = Addresses & { world: World; viewer: Viewer; path: { number: string }; body: Record<string, unknown> };
type Command = (world: World, viewer: Viewer, raw: unknown) => Promise<Outcome<{ number: string }>>;

/** A command on the case of the address: its id in the place of the number. */
const onCase =
  (command: Command) =>
  async ({ world, viewer, path, body, ...to }: Acting): Promise<Outcome<{ answer: z.input<typeof acted> }>> => {
    const facts = await caseFacts(world, viewer, path.number);
    if (!facts) return refuse('not_found');
    const outcome = await command(world, viewer, { ...body, appealId: facts.appeal.id });
    if (!outcome.ok) return outcome;
    const { number } = outcome.value;
    return done({ answer: { number, links: linksTo(to, `/appeals/${number}`) } });
  };

const group = 'appeals' as const;
export const APPEALS = {
  listAppeals: listing({
    ...{ path: '/appeals', group, query: filter, item: appealLine },
    list: async ({ world, viewer, query, limit, cursor, ...to }) => {
      const after = cursorOf(cursor);
      if (cursor !== null && after === null) return 'cursor';
      const { q = '', body = '', kind = null, standing = null, time = null, whose = null } = query;
      const days = { from: (query.from ?? null) as Day | null, to: (query.to ?? null) as Day | null };
      const asked = { filter: { q, body, kind, standing, time, whose, ...days }, after, limit, locale: to.locale };
      const { rows, older } = await listAppeals(world, viewer, asked);
      return { items: rows.map((row) => appealLineOf(to, row)), next: older };
    },
  }),
  getAppeal: reading({
    ...{ path: '/appeals/{number}', group, answer: appeal },
    read: async ({ world, viewer, path, ...to }) => {
      const facts = await caseFacts(world, viewer, path.number);
      if (!facts) return null;
      const view = await caseView(world, viewer, facts, to.locale);
      return appealOf(to, { view, terms: termsOf(world, facts, to.locale) });
    },
  }),
  fileAppeal: writing({
    ...{ path: '/appeals', group, scopes: ['appeal.file'], status: 201, answer: filed },
    body: filing.omit({ organisationId: true, key: true }),
    act: async ({ world, viewer, key, body, form, ...to }) => {
      const sent = { ...body, organisationId: key.organisationId ?? '', key: form };
      const outcome = await fileAppeal(world, viewer, sent);
      if (!outcome.ok) return outcome;
      const { number, others } = outcome.value;
      const found = linksTo(to, `/appeals/${number}`);
      return done({ answer: { number, others, links: found }, location: found.self });
    },
  }),
  acceptAppeal: writing({
    ...{ path: '/appeals/{number}/acceptance', group, scopes: ['appeal.accept'], answer: acted },
    body: accepting.omit({ appealId: true }),
    act: onCase(acceptAppeal),
  }),
  answerAppeal: writing({
    ...{ path: '/appeals/{number}/answer', group, scopes: ['appeal.answer'], answer: acted },
    body: answering.omit({ appealId: true }),
    act: onCase(answerAppeal),
  }),
  proposeExtension: writing({
    ...{ path: '/appeals/{number}/extension', group, scopes: ['appeal.propose_extension'], answer: acted },
    body: proposing.omit({ appealId: true }),
    act: onCase(proposeExtension),
  }),
  setExternalNumber: writing({
    ...{ path: '/appeals/{number}/external-number', group, method: 'PUT', scopes: ['appeal.set_external'] },
    body: external.omit({ appealId: true }),
    answer: acted,
    act: onCase(setExternal),
  }),
  withdrawAppeal: writing({
    ...{ path: '/appeals/{number}/withdrawal', group, scopes: ['appeal.withdraw'], answer: acted },
    body: withdrawing.omit({ appealId: true }),
    act: onCase(withdrawAppeal),
  }),
  uploadFile: sending({
    ...{ path: '/files', group: 'files', scopes: ['appeal.file', 'appeal.answer', 'comment.make'], answer: upload },
    query: z.strictObject({ name: z.string().min(1, 'required').max(1000, 'too_long').describe('Its name.') }),
    take: async ({ world, viewer, query, bytes }) => {
      const outcome = await uploadFile(world, viewer, { name: query.name, bytes });
      return outcome.ok ? done({ answer: outcome.value }) : outcome;
    },
  }),
};
