// Templates of answers of the bodies where the viewer is an official: their list, one with its history, and those that fit a case.
import type { Kind, Locale } from '../../guide/schema';
import type { Day } from '../core/day';
import { may } from '../core/permission';
import { foldTemplate, templateStream, type Template } from '../core/template';
import type { Viewer } from '../core/viewer';
import { openStream } from '../data/ledger';
import type { World } from '../world';
import { bodiesOfOfficial } from './desk';

export type TemplateLine = Pick<Template, 'id' | 'kind' | 'language' | 'name' | 'retired'>;
export type TemplateWriting = { version: number; day: Day; by: string; name: string; text: string; retired: boolean };
export type TemplateView = Template & { writes: boolean; history: TemplateWriting[] };

const LINE = { id: true, kind: true, language: true, name: true, retired: true } as const;

/** All of a body, by kind, language and name; those that are retired last. */
export async function templatesOf({ db }: Pick<World, 'db'>, bodyId: string): Promise<TemplateLine[]> {
  const rows = await db.prisma.template.findMany({
    where: { bodyId },
    select: LINE,
    orderBy: [{ retired: 'asc' }, { kind: 'asc' }, { language: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as Kind, language: row.language as Locale }));
}

/** Those that may be used for an answer in a case of this kind, with their words. */
export async function templatesFor(
  { db }: Pick<World, 'db'>,
  { bodyId, kind }: { bodyId: string; kind: string },
): Promise<Pick<Template, 'id' | 'language' | 'name' | 'text' | 'requirements'>[]> {
  const rows = await db.prisma.template.findMany({
    where: { bodyId, kind, retired: false },
    select: { id: true, language: true, name: true, text: true, requirements: true },
    orderBy: [{ language: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    language: row.language as Locale,
    requirements: row.requirements as Template['requirements'],
  }));
}

/** One with every writing of it, the newest first; null where the viewer is no official of its body. */
export async function templateOf({ db }: Pick<World, 'db'>, viewer: Viewer, id: string): Promise<TemplateView | null> {
  const { events } = await openStream(db, templateStream(id));
  const template = foldTemplate(events);
  if (!template || !bodiesOfOfficial(viewer).includes(template.bodyId)) return null;
  const history: TemplateWriting[] = [];
  for (const event of events) {
    const by = event.actor.kind === 'person' ? event.actor.name : '';
    const told = { version: event.version, day: event.day, by };
    if (event.type === 'template.written')
      history.unshift({ ...told, name: event.payload.name, text: event.payload.text, retired: false });
    else history.unshift({ ...told, name: '', text: '', retired: true });
  }
  return { ...template, writes: may(viewer, 'template.write', { bodyId: template.bodyId }), history };
}
