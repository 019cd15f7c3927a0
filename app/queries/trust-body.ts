// Trust in one body and its officials' trust in NGOs: the waves that have figures about it, and one of them beside all bodies.
import type { Edition, Instrument, Locale } from '../../guide/schema';
import { mainItem } from '../core/measure';
import { waveOf } from '../core/wave';
import type { World } from '../world';
import { NAME_IN } from './statement';
import {
  EVERYONE,
  stepsOf,
  tableCells,
  wholeCells,
  type Audience,
  type Sides,
  type Step,
  type TableCell,
} from './trust-cells';

export type BodyName = { id: string; slug: string; name: string };
export type WaveOfBody = { id: string; number: string; title: string; closesDay: string };
export type BodyTrust = {
  wave: WaveOfBody;
  instrument: Instrument;
  edition: Edition;
  item: string | null;
  sides: Sides;
  all: Sides;
  groups: TableCell[];
  steps: Step[];
};

export async function bodyNamed({ db }: World, slug: string, locale: Locale): Promise<BodyName | null> {
  const { rows } = await db.pool.query<BodyName>({
    name: `trust_body_${locale}`,
    text: `SELECT id, slug, ${NAME_IN[locale]} AS name FROM "Body" WHERE slug = $1`,
    values: [slug],
  });
  return rows[0] ?? null;
}

/** The counted waves in which somebody was asked about the body, the latest first. */
export async function wavesOfBody({ db }: World, bodyId: string, locale: Locale): Promise<WaveOfBody[]> {
  const title = { kk: 'titleKk', ru: 'titleRu', en: 'titleEn' }[locale];
  const { rows } = await db.pool.query<WaveOfBody>({
    name: `trust_waves_of_body_${locale}`,
    text: `SELECT DISTINCT w.id, w.number, w."${title}" AS title, w."closesDay" FROM "SurveyCut" c JOIN "Wave" w ON w.id = c."waveId"
            WHERE c."bodyId" = $1::uuid AND c.cut = 'body' ORDER BY w."closesDay" DESC, w.number DESC`,
    values: [bodyId],
  });
  return rows;
}

type Asked = {
  wave: WaveOfBody;
  bodyId: string;
  locale: Locale;
  asked: (instrument: Instrument, main: string | null) => string | null;
};

/** One wave about the body. `audience`: who looks; `asked`: which item the table of groups shows. */
export async function bodyTrust(
  world: World,
  { wave, bodyId, locale, asked }: Asked,
  audience: Audience = EVERYONE,
): Promise<BodyTrust> {
  const row = await world.db.prisma.wave.findUniqueOrThrow({ where: { id: wave.id }, select: { facts: true } });
  const like = waveOf(row);
  const { instrument, edition } = like;
  const item = asked(instrument, mainItem(instrument));
  const [own, all, groups, steps] = await Promise.all([
    wholeCells(world, { waveIds: [wave.id], of: { bodyId }, audience }),
    wholeCells(world, { waveIds: [wave.id], of: 'total' }),
    item ? tableCells(world, { waveId: wave.id, item, locale, within: bodyId, audience }) : [],
    item ? stepsOf(world, { like, item, of: { bodyId }, locale, audience }) : [],
  ]);
  return {
    ...{ wave, instrument, edition: world.guide.edition(edition), item },
    ...{ sides: own.get(wave.id) ?? {}, all: all.get(wave.id) ?? {}, groups, steps },
  };
}
