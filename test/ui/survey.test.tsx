// The form of a survey as HTML: its fields are those that are read, each with a label; what was answered is shown again.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { questionnaire } from '../../app/core/questionnaire';
import { fieldsOf, readSheet, type SheetForm } from '../../app/core/sheet';
import { textFor } from '../../app/text';
import { problemsInOrder, SurveyPages } from '../../app/ui/survey-pages';
import { instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import { LOCALES } from '../../guide/schema';

const edition = loadGuide('guide').edition('2026-3');
const instrumentNamed = (id: string) => {
  const found = instrumentOf(edition, id);
  if (!found) throw new Error(`no instrument ${id}`);
  return found;
};
type Shown = { id?: string; locale?: (typeof LOCALES)[number]; filled?: SheetForm; errors?: Record<string, string> };
const drawn = ({ id = 'yearly', locale = 'ru', filled, errors }: Shown = {}) => {
  const { pages } = questionnaire({ instrument: instrumentNamed(id), direction: 'ngo_to_body', locale });
  const words = { ...textFor(locale).surveyForm, dontKnow: edition.texts[locale]['answer.dont_know.name'] ?? '' };
  return renderToStaticMarkup(<SurveyPages {...{ pages, words, filled, errors }} />);
};
const inputs = (html: string) =>
  [...html.matchAll(/<(input|textarea)([^>]*)>/g)].map(([, tag, rest = '']) => ({
    tag,
    ...Object.fromEntries([...rest.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  })) as { tag: string; name: string; value?: string; id?: string; checked?: string }[];

describe('the form of a survey', () => {
  it.each(LOCALES)('in %s has a field for every item and row, each answer once, and no id twice', (locale) => {
    for (const id of ['yearly', 'after_case', 'draft_questions']) {
      const html = drawn({ id, locale });
      const { items } = instrumentNamed(id);
      const names = Object.entries(items).flatMap(([item, of]) =>
        of.kind === 'matrix' ? of.rows.map((row) => `${item}.${row}`) : [item],
      );
      const found = inputs(html);
      expect([...new Set(found.map(({ name }) => name))].sort()).toEqual(names.sort());
      const answers = found.map(({ name, value }) => `${name}=${value}`);
      expect(new Set(answers).size).toBe(answers.length);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, one]) => one);
      expect(new Set(ids).size).toBe(ids.length);
      for (const name of names) expect(ids, 'an error can lead to it').toContain(name);
    }
  });

  it('labels every control and every group, and ends of scales are said to those who hear them', () => {
    const html = drawn({ locale: 'en' });
    const outside = html.replace(/<label[^>]*>.*?<\/label>/g, '');
    expect(inputs(outside).map(({ tag }) => tag)).toEqual(['textarea']);
    expect(html).toMatch(/<label[^>]*for="comment"/);
    expect(html.match(/<fieldset/g)?.length).toBe(html.match(/<legend/g)?.length);
    expect(html).toContain('<span>0</span><span class="unseen"> – I do not trust at all</span>');
  });

  it('shows again what was answered, and a form that says so is read as the same', () => {
    const values = {
      ...{ trust: 7, contact_frequency: 'every_week', improve: ['in_time', 'facts'], comment: 'A < B & "C"' },
      ...{ channels: { letters: 5, phone: 'dont_know' as const }, distrust_checks: 'dont_know' },
    };
    const html = drawn({ filled: fieldsOf(values) });
    const form: Record<string, string[]> = {};
    for (const { tag, name, value = '', checked } of inputs(html))
      if (tag === 'input' && checked !== undefined) form[name] = [...(form[name] ?? []), value];
    expect(html).toContain('A &lt; B &amp; &quot;C&quot;');
    expect(readSheet(instrumentNamed('yearly'), 'ngo_to_body', { ...form, comment: values.comment })).toEqual({
      ok: true,
      values,
    });
  });

  it('says in words on what a question depends, and to a script by name', () => {
    const html = drawn({ id: 'after_case', locale: 'en' });
    expect(html).toContain('Only if your answer to question 2 was “In part” or “No”.');
    expect(html).toContain('data-when="case_needed" data-any="partly no"');
  });

  it('ties an error to its group and names it in order for the summary', () => {
    const errors = { 'channels.phone': 'choose', trust: 'this is needed' };
    const html = drawn({ locale: 'en', errors });
    expect(html).toMatch(/aria-describedby="trust-question-error"/);
    expect(html).toMatch(/aria-describedby="channels\.phone-row-error"/);
    const { pages } = questionnaire({
      ...{ instrument: instrumentNamed('yearly'), direction: 'ngo_to_body', locale: 'en' },
    });
    expect(problemsInOrder('en', pages, errors)).toEqual([
      { field: 'trust', text: '1. How far do you trust this body? This is needed' },
      { field: 'channels.phone', text: '24. Telephone and messengers: choose' },
    ]);
  });

  it('is light: the whole yearly form is under 60 kB, the fonts and the look apart', () => {
    for (const locale of LOCALES) expect(Buffer.byteLength(drawn({ locale })), locale).toBeLessThan(60_000);
  });
});
