// Reads what a person or a machine sent with a command's own zod schema, once. What does not fit becomes a refusal that
// names each field; inside the command the types are trusted.
import type { z } from 'zod';
import { storable } from './storable';
import { PROBLEMS, refuse, type Outcome, type Problem } from './refusal';

const isProblem = (text: string): text is Problem => (PROBLEMS as readonly string[]).includes(text);

const problemOf = (issue: z.core.$ZodIssue): Problem => {
  // Nothing given is said before anything that a given value would be told.
  if (issue.input === '' && issue.message !== 'weak_password') return 'required';
  if (isProblem(issue.message)) return issue.message;
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_short';
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'bad_value';
  if (issue.code === 'invalid_value') return issue.input === undefined ? 'required' : 'bad_choice';
  return 'bad_value';
};

/** Input by its schema, or the refusal `invalid` with one problem a field (the first found). */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): Outcome<z.output<S>> {
  const read = schema.safeParse(storable(raw), { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  const fields: Record<string, Problem> = {};
  for (const issue of read.error.issues) fields[issue.path.join('.') || 'form'] ??= problemOf(issue);
  return refuse('invalid', { fields });
}
