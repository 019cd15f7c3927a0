// Files that come piece by piece: they go on after a cut where the server's bytes end, end as any upload does, and are forgotten when nobody
// goes on.
import { beforeAll, describe, expect, it } from 'vitest';
import { beginUpload, BEGUN_LIMIT } from '../../app/commands/files/begin-upload';
import { continueUpload } from '../../app/commands/files/continue-upload';
import { FILE_LIMIT } from '../../app/commands/files/upload';
import type { Viewer } from '../../app/core/viewer';
import { tidy } from '../../workers/tidy';
import { form, givePasswords, signedInOn } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['files/', 'accounts/sign-in']);
});
const WHOLE = Buffer.from('Смета на ремонт крыльца школы, лист за листом. '.repeat(2000));

/** The bytes of a piece; `cut`: the connection breaks after so many. */
async function* piece(bytes: Buffer, cut?: number): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, cut ?? bytes.length);
  if (cut !== undefined) throw new Error('the connection broke');
}
const begun = async (name = 'смета.txt', size = WHOLE.length) =>
  (await must(beginUpload(world, cast.ngo, { name, size }))).id;
const send = (viewer: Viewer | null, uploadId: string, offset: number, bytes: AsyncIterable<Uint8Array>) =>
  continueUpload(world, viewer, { uploadId, offset, bytes });

describe('a file that comes piece by piece', () => {
  it('goes on after a cut where the bytes end, and is whole in the end', async () => {
    const uploadId = await begun();
    await must(send(cast.ngo, uploadId, 0, piece(WHOLE.subarray(0, 50_000))));
    const cut = await must(send(cast.ngo, uploadId, 50_000, piece(WHOLE.subarray(50_000, 90_000), 12_345)));
    expect(cut.offset).toBe(62_345);
    const wrong = await must(send(cast.ngo, uploadId, 50_000, piece(WHOLE.subarray(50_000))));
    expect(wrong).toEqual({ offset: 62_345, size: WHOLE.length, wrong: true });
    const { file } = await must(send(cast.ngo, uploadId, 62_345, piece(WHOLE.subarray(62_345))));
    expect(file).toMatchObject({ name: 'смета.txt', size: WHOLE.length, type: 'text/plain' });
    const kept: Buffer[] = [];
    for await (const chunk of world.files.get(file?.sha256 ?? '')) kept.push(chunk as Buffer);
    expect(Buffer.concat(kept).equals(WHOLE)).toBe(true);
    expect(await world.db.prisma.upload.count()).toBe(0);
  });

  it('takes no byte more than it was begun with, and nothing of a type that is not taken', async () => {
    const small = await begun('а.txt', 10);
    const { file } = await must(send(cast.ngo, small, 0, piece(Buffer.from('0123456789abcdef'))));
    expect(file?.size).toBe(10);
    const program = await begun('program.exe', 4);
    const refused = await send(cast.ngo, program, 0, piece(Buffer.from('MZ\0\0')));
    expect(refused.ok ? '' : refused.refusal.code).toBe('file_type');
    const large = await beginUpload(world, cast.ngo, { name: 'a.txt', size: FILE_LIMIT + 1 });
    expect(large.ok ? '' : large.refusal.code).toBe('file_too_large');
  });

  it('is nobody else’s, and nobody begins without end', async () => {
    const uploadId = await begun();
    const foreign = await send(cast.stranger, uploadId, 0, piece(WHOLE));
    expect(foreign.ok ? '' : foreign.refusal.code).toBe('not_found');
    let last = '';
    for (let n = 0; n <= BEGUN_LIMIT; n++) {
      const outcome = await beginUpload(world, cast.citizen, { name: 'a.txt', size: 5 });
      last = outcome.ok ? 'begun' : outcome.refusal.code;
    }
    expect(last).toBe('too_many_files');
  });

  it('over the wire: begun, asked, continued; the form gets the file’s id', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const { to } = (await (await browser.post('/ru/uploads', form({ name: 'б.txt', size: '6' }))).json()) as {
      to: string;
    };
    const patch = (offset: number, body: string) =>
      browser.send(to, { method: 'PATCH', headers: { 'Upload-Offset': String(offset) }, body });
    expect(await (await patch(0, 'abc')).json()).toEqual({ offset: 3 });
    expect((await patch(0, 'abc')).status).toBe(409);
    expect(await (await browser.get(to)).json()).toEqual({ offset: 3 });
    const whole = (await (await patch(3, 'def')).json()) as { file: { id: string; label: string } };
    expect(whole.file.label).toContain('б.txt');
    expect(
      await world.db.prisma.file.count({ where: { id: whole.file.id, ownerId: cast.ngo.personId, version: null } }),
    ).toBe(1);
    expect((await site.visitor().get(to)).status).toBe(404);
  });

  it('is forgotten with its bytes when nobody goes on', async () => {
    const uploadId = await begun();
    await must(send(cast.ngo, uploadId, 0, piece(WHOLE.subarray(0, 1000))));
    at('2026-03-03', '09:00');
    await tidy(world);
    expect(await world.files.parts.size(uploadId)).toBe(1000);
    at('2026-03-04');
    await tidy(world);
    expect([await world.db.prisma.upload.count(), await world.files.parts.size(uploadId)]).toEqual([0, 0]);
    at('2026-03-02');
  });
});
