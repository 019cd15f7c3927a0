// Which clause of a round's document in one state language is which in the other: by the version people commented on and by the latest
// one, so that a clause taken out of both texts keeps its twin. Asked where comments and answers on either text stand together.
import type { StateLanguage } from '../../guide/schema';
import type { RoundDocument } from '../core/round';
import { commentedVersion, versionsOf } from '../core/round-documents';
import { twinsOf } from '../core/twin';
import type { World } from '../world';

type Place = { role: RoundDocument['role']; language: StateLanguage };
/** For each anchor of that document the anchor of its twin in the other language. */
export type Twins = (place: Place) => Map<string, string>;

export const otherThan = (language: StateLanguage): StateLanguage => (language === 'kk' ? 'ru' : 'kk');

export async function twinsIn({ db }: Pick<World, 'db'>, documents: readonly RoundDocument[]): Promise<Twins> {
  const ends = ({ role, language }: Place) => {
    const latest = versionsOf(documents, { role, language }).at(-1);
    const commented = commentedVersion(documents, { role, language });
    return [latest?.documentId, commented?.documentId];
  };
  const wanted = documents.flatMap((one) => ends(one)).filter((id) => id !== undefined);
  const heads = await db.prisma.clause.findMany({
    where: { documentId: { in: [...new Set(wanted)] } },
    select: { documentId: true, anchor: true, number: true },
    orderBy: { position: 'asc' },
  });
  const headsIn = (id: string | undefined) => heads.filter(({ documentId }) => documentId === id);
  const known = new Map<string, Map<string, string>>();
  const twinsAt = ({ role, language }: Place) => {
    const [latest, commented] = ends({ role, language });
    const [otherLatest, otherCommented] = ends({ role, language: otherThan(language) });
    return new Map([
      ...twinsOf(headsIn(commented), headsIn(otherCommented)),
      ...twinsOf(headsIn(latest), headsIn(otherLatest)),
    ]);
  };
  return (place) => {
    const key = `${place.role}.${place.language}`;
    const twins = known.get(key) ?? twinsAt(place);
    known.set(key, twins);
    return twins;
  };
}
