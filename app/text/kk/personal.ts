// Жарияланғалы тұрған мәтін мен файлдардағы дербес деректер: не табылды және қай жерде.
import type { Shape } from '../shape';
import type { personal as shape } from '../en/personal';

export const personal = {
  what: { iin: 'ЖСН', phone: 'телефон нөмірі', email: 'электрондық пошта мекенжайы', iban: 'банк шоты' },
  in: { subject: 'Тақырыпта', text: 'Мәтінде', file: 'Файлда' },
  of: {
    cell: (at: string) => `${at} ұяшығы`,
    paragraph: (at: string) => `${at}-абзац`,
    page: (at: string) => `${at}-бет`,
    line: (at: string) => `${at}-жол`,
  },
  publish: 'Табылған деректерді жариялау',
  publishHint:
    'Олар өзіңіздікі немесе органның ресми байланыс деректері болса және жариялау заңды болса ғана. ЖСН ешқашан жарияланбайды.',
} satisfies Shape<typeof shape>;
