// Placeholders of templates: known ones are filled in any language and spelling, unknown ones are never lost.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filled, PLACEHOLDER_NAMES, PLACEHOLDERS, unfilledIn } from '../../app/core/template';

it('fills a placeholder by its name in any of the languages, however it is spaced or cased', () => {
  const text = 'Обращение {{номер}} ({{ Нөмір }}, {{NUMBER}}) от {{дата  регистрации}}: {{что сделано}}.';
  expect(filled(text, { number: '2026-000042', registered: '2 марта' })).toBe(
    'Обращение 2026-000042 (2026-000042, 2026-000042) от 2 марта: {{что сделано}}.',
  );
});

it('leaves what it has no value for as it was written, and names it', () => {
  expect(unfilledIn(filled('{{заявитель}} и {{срок}}, {{срок}}', {}))).toEqual(['{{заявитель}}', '{{срок}}']);
  expect(unfilledIn('без скобок { и } и {x}')).toEqual([]);
});

it('gives each name one meaning, and fills nothing twice, whatever the values say', () => {
  const names = PLACEHOLDERS.flatMap((one) => [...new Set(Object.values(PLACEHOLDER_NAMES[one]))]);
  expect(new Set(names).size).toBe(names.length);
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(filled('a {{номер}} b', { number: value })).toBe(`a ${value} b`);
    }),
  );
});
