// The form that begins a draft, of a council's page and of the administrators': what was typed, and a questionnaire that was downloaded
// before, pasted or as the file itself.
import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { beginDraft } from '../../commands/instruments/begin';
import type { Refusal } from '../../core/refusal';
import { resumedIn } from '../carry';
import type { Typed } from '../form';
import { formWithFile, type SentFile } from '../one-file';
import { refusalResponse, type requireViewer } from '../respond';
import type { EditAnswer } from './working';

/** Bytes: the longest text that the command takes, all in Cyrillic letters. */
const FILE_LIMIT = 600_000;

/** Begins what the form says, and leads on to it; `council` where the page is a council's. A chosen file is what it begins from. */
export async function begin(
  { request }: Pick<ActionFunctionArgs, 'request'>,
  here: ReturnType<typeof requireViewer>,
  council: { councilId?: string } = {},
) {
  const { typed, file, refusal } = await formWithFile(request, FILE_LIMIT);
  const resumed = resumedIn(typed);
  if (resumed) return data<EditAnswer>(resumed);
  if (refusal) return refusalResponse(here, { ...refusal, fields: { file: 'too_long' } }, typed);
  const told = file && textIn(file);
  if (file && told === null) return refusalResponse(here, notOne(file), typed);
  const begun = await beginDraft(here.world, here.viewer, { ...typed, ...fromFile(told), ...council });
  if (begun.ok) return redirect(`/${here.locale}/instruments/${begun.value.id}?done=begun`, 303);
  if (file && begun.refusal.fields?.text) return refusalResponse(here, notOne(file, begun.refusal), typed);
  // A file can't be put back into its field: what it held stands in the one for the text.
  return refusalResponse(here, begun.refusal, { ...typed, ...fromFile(told) });
}

const fromFile = (told: string | null): Typed => (told === null ? {} : { from: 'text', text: told });

/** What stands in a file; null where it holds no text in UTF-8, or nothing. */
function textIn({ bytes }: SentFile): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' || text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** A file that is no questionnaire; what else is wrong in the form is said with it. */
const notOne = ({ name }: SentFile, also?: Refusal): Refusal => ({
  ...{ code: 'instrument_unreadable', params: { name } },
  fields: { ...also?.fields, file: 'bad_value' },
});
