// What the form of each step beside the main line asks for, in order. Labels and hints are in text/steps under the same names.
import { addDays, type Day } from '../../../core/day';
import type { Locale, Text } from '../../../text';
import { bodyOptions } from '../../body-options';
import type { Choice } from '../../../ui/choice';
import type { Promised } from '../../../core/steps';
import type { ActView } from '../act-view';
import type { StepAct } from '../open-acts';

type Group = ReturnType<typeof bodyOptions>[number];
export type StepField = { name: string; optional?: true } & (
  | { as: 'text'; rows: number; most: number }
  | { as: 'line'; most: number; first?: string }
  | { as: 'day'; min?: Day; max?: Day; first?: Day | null }
  | { as: 'choice'; options: Choice[] }
  | { as: 'tick' }
  | { as: 'ticks'; options: Choice[]; ticked: readonly string[] }
  | { as: 'body'; groups: Group[]; empty: string }
  | { as: 'files' }
);

/** Lengths that the commands take. */
const LONG = 20_000;
const MIDDLE = 5000;

const choices = (named: ActView['returns']): Choice[] =>
  named.map(({ id, name, text }) => ({ value: id, label: name, text }));

const said = (words: Record<string, { label: string; text: string }>): Choice[] =>
  Object.entries(words).map(([value, word]) => ({ value, ...word }));

const promised = ({ steps }: ActView, t: Text, which: (one: Promised) => boolean): Choice[] =>
  (steps.promises ?? [])
    .filter(which)
    .map(({ id, text, day }) => ({ value: id, label: t.steps.promises.by(day), text }));

export function stepFields(act: StepAct, view: ActView, t: Text, locale: Locale): StepField[] {
  const { today, due, returns, unserved, earliestDecision, steps, bodyId, errands, tree } = view;
  const bodies = bodyOptions({ tree, locale, value: ({ id }) => id, except: bodyId });
  const tomorrow = addDays(today, 1);
  switch (act) {
    case 'ask-cure':
      return [
        { name: 'defects', as: 'text', rows: 5, most: MIDDLE },
        { name: 'until', as: 'day', min: tomorrow, max: due.dueDay },
      ];
    case 'cure':
      return [
        { name: 'text', as: 'text', rows: 8, most: LONG },
        { name: 'files', as: 'files' },
      ];
    case 'return':
      return [
        { name: 'ground', as: 'choice', options: choices(returns) },
        { name: 'earlier', as: 'line', most: 20, optional: true },
        { name: 'text', as: 'text', rows: 6, most: LONG },
      ];
    case 'call-hearing':
      return [
        { name: 'text', as: 'text', rows: 8, most: LONG },
        { name: 'decisionDay', as: 'day', min: earliestDecision ?? tomorrow },
        { name: 'how', as: 'choice', options: said(t.steps.how) },
        { name: 'place', as: 'line', most: 500, optional: true },
        { name: 'hearingDay', as: 'day', min: view.earliestHearing ?? tomorrow, optional: true },
      ];
    case 'object':
      return [
        { name: 'text', as: 'text', rows: 8, most: LONG },
        { name: 'oral', as: 'tick' },
      ];
    case 'set-hearing':
      return [
        { name: 'hearingDay', as: 'day', min: view.earliestHearing ?? tomorrow },
        { name: 'place', as: 'line', most: 500 },
        { name: 'decisionDay', as: 'day', min: tomorrow, first: steps.hearing?.decisionDay },
      ];
    case 'decide-remarks':
      return [
        { name: 'ruling', as: 'choice', options: said(t.steps.ruling) },
        { name: 'reason', as: 'text', rows: 8, most: LONG },
      ];
    case 'record-hearing':
      return [
        { name: 'heldDay', as: 'day', min: steps.hearing?.day, max: today },
        { name: 'protocol', as: 'text', rows: 12, most: LONG },
      ];
    case 'remark-protocol':
      return [{ name: 'text', as: 'text', rows: 8, most: LONG }];
    case 'ask-file':
      return [{ name: 'what', as: 'text', rows: 3, most: 2000 }];
    case 'give-file':
      return [
        { name: 'text', as: 'text', rows: 5, most: MIDDLE },
        { name: 'files', as: 'files' },
      ];
    case 'part':
      return [{ name: 'reason', as: 'text', rows: 3, most: 1000 }];
    case 'remark':
      return [{ name: 'text', as: 'text', rows: 4, most: MIDDLE }];
    case 'report-execution':
      return [{ name: 'text', as: 'text', rows: 5, most: MIDDLE }];
    case 'redirect-part':
      return [
        { name: 'part', as: 'text', rows: 6, most: LONG },
        { name: 'toBodyId', as: 'body', groups: bodies, empty: t.acts.redirect.empty },
        { name: 'reason', as: 'text', rows: 3, most: 2000 },
      ];
    case 'give-errand':
      return [
        { name: 'unit', as: 'line', most: 200 },
        { name: 'toBodyId', as: 'body', groups: bodies, empty: t.steps.ownBody, optional: true },
        { name: 'question', as: 'text', rows: 5, most: MIDDLE },
        { name: 'until', as: 'day', min: tomorrow },
      ];
    case 'answer-errand':
      return [
        {
          name: 'errand',
          as: 'choice',
          options: errands.map(({ key, unit, question }) => ({ value: key, label: unit, text: question })),
        },
        { name: 'text', as: 'text', rows: 8, most: LONG },
      ];
    case 'record-paper':
      return [
        { name: 'letterId', as: 'choice', options: choices(unserved) },
        { name: 'on', as: 'day', max: today },
        { name: 'number', as: 'line', most: 60 },
      ];
    case 'set-external':
      return [
        { name: 'system', as: 'line', most: 60, first: view.external?.system ?? t.steps.externalUsual, optional: true },
        { name: 'number', as: 'line', most: 60, first: view.external?.number ?? '', optional: true },
      ];
    case 'note-promises':
      return [
        {
          ...{ name: 'sentences', as: 'ticks', ticked: [] },
          options: view.offered.map(({ text, day }, place) => ({
            ...{ value: String(place), label: t.steps.promises.offered(text, day) },
          })),
        },
      ];
    case 'report-promise':
      return [
        { name: 'promiseId', as: 'choice', options: promised(view, t, ({ report }) => report === null) },
        { name: 'kept', as: 'choice', options: said(t.steps.promises.kept) },
        { name: 'text', as: 'text', rows: 5, most: MIDDLE },
      ];
    case 'judge-promise':
      return [
        { name: 'promiseId', as: 'choice', options: promised(view, t, () => true) },
        { name: 'verdict', as: 'choice', options: said(t.steps.promises.verdict) },
        { name: 'comment', as: 'text', rows: 4, most: 2000, optional: true },
      ];
    case 'set-publicity': {
      const { day = null, last, files = [] } = view.publicity ?? {};
      const options = files.map(({ id, name }) => ({ value: id, label: name }));
      const ticked = files.filter(({ withheld }) => withheld).map(({ id }) => id);
      return [
        { name: 'publicDay', as: 'day', min: tomorrow, max: last, first: day, optional: true },
        ...(files.length > 0 ? [{ name: 'withheld', as: 'ticks', options, ticked } as const] : []),
        { name: 'publishPersonal', as: 'tick' },
      ];
    }
    case 'judge-execution':
      return [
        { name: 'done', as: 'choice', options: said(t.steps.executed) },
        { name: 'comment', as: 'text', rows: 4, most: 2000, optional: true },
      ];
  }
}
