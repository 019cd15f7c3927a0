// A file that is sent piece by piece: GET says how much is here, PATCH brings the piece that begins at `Upload-Offset` (as tus names it).
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { continueUpload, uploadedSoFar } from '../../commands/files/continue-upload';
import { piecesOf } from '../appeals/attachments';
import { contextOf, refusalView, saidBy } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer } = contextOf(args);
  const here = await uploadedSoFar(world, viewer, args.params.uploadId ?? '');
  if (!here) throw new Response(null, { status: 404 });
  return json({ offset: here.offset });
}

export async function action(args: ActionFunctionArgs) {
  const { request, params } = args;
  const { world, viewer, t } = contextOf(args);
  const offset = Number(request.headers.get('Upload-Offset') ?? NaN);
  if (request.method !== 'PATCH' || !Number.isInteger(offset) || offset < 0 || !request.body)
    throw new Response(null, { status: 400 });
  const taken = await continueUpload(world, viewer, {
    ...{ uploadId: params.uploadId ?? '', offset },
    bytes: piecesOf(request.body),
  });
  if (!taken.ok) return json({ said: refusalView(t, taken.refusal).what }, saidBy(taken.refusal));
  const { file, wrong, offset: here } = taken.value;
  const kept = file && { id: file.id, label: t.filing.files.keep(file.name, file.size) };
  return json({ offset: here, file: kept }, { status: wrong ? 409 : 200 });
}
