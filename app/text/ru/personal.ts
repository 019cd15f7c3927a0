// Персональные данные в том, что станет видно всем: что найдено и где.
import type { Shape } from '../shape';
import type { personal as shape } from '../en/personal';

export const personal = {
  what: { iin: 'ИИН', phone: 'номер телефона', email: 'адрес электронной почты', iban: 'банковский счёт' },
  in: { subject: 'В теме', text: 'В тексте', file: 'В файле' },
  of: {
    cell: (at: string) => `ячейка ${at}`,
    paragraph: (at: string) => `абзац ${at}`,
    page: (at: string) => `страница ${at}`,
    line: (at: string) => `строка ${at}`,
  },
  publish: 'Опубликовать найденные данные',
  publishHint: 'Только если они ваши или это контакты самого органа и публикация законна. ИИН не публикуется никогда.',
} satisfies Shape<typeof shape>;
