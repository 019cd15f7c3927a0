// What the two addresses of passkeys answer their script: JSON that nobody keeps; a refusal with its words in the reader's language.
import type { Refusal } from '../../core/refusal';
import { refusalView, saidBy, type Here } from '../respond';

export const passkeyJson = (body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { headers: { 'cache-control': 'no-store', ...headers } });

export function passkeyRefused({ t }: Here, refusal: Refusal): Response {
  const { what, why, now, fields } = refusalView(t, refusal);
  const words = [what, why, ...Object.values(fields), ...now.steps].join(' ');
  const { status, headers } = saidBy(refusal);
  return Response.json(
    { refused: refusal.code, words },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  );
}
