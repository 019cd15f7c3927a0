// Which passwords are too easy: what a guesser of this site tries first, whatever digits and signs stand around it. And no rule about kinds
// of signs: a long sentence in any alphabet is good.
import { describe, expect, it } from 'vitest';
import { isEasy } from '../../app/core/easy-password';
import { newPassword, optionalPassword } from '../../app/core/fields';
import { isLeaked, leakedPasswords } from '../../app/data/common-password';

describe('a password', () => {
  it.each([
    ...['1111111111', 'abababababab', '1234567890', '0987654321', 'qwertyuiop', 'poiuytrewq', 'йцукенгшщз'],
    ...['kenes-2026', 'Kenes2026!!', 'КЕҢЕС-2026!', 'Kazakhstan1', 'Қазақстан2026', 'password123', 'Administrator'],
    ...['2026министерство', 'KenesKenes1', '!!әкімдік!!'],
  ])('that anybody tries first is refused: %s', (password) => {
    expect(newPassword.safeParse(password).success).toBe(false);
  });

  it('with the name or the address of whoever has it is refused', () => {
    const about = ['Айгүл Сейітова', 'a.seitova@ministry.test'];
    for (const password of ['Айгүл-1990!!', 'seitova2026', 'СЕЙІТОВА12', 'aseitova12345'])
      expect(isEasy(password, about), password).toBe(true);
    expect(isEasy('айгүл көктемде келеді', about)).toBe(false);
  });

  it.each([
    ['in small letters alone', 'correct horse battery'],
    ['in Kazakh', 'жаңа құпиясөз керек'],
    ['of digits alone', '7391846205817'],
    ['of signs and faces', '🙂🙃 !? 🙂🙃 …'],
    ['with spaces at its ends, which stay', '  long enough  '],
    ['of two hundred characters', 'aB3 é'.repeat(12) + 'x'.repeat(140)],
  ])('%s is taken as it was typed', (_what, password) => {
    expect(newPassword.parse(password)).toBe(password);
    expect(optionalPassword.parse(password)).toBe(password);
  });

  it('of nine characters is refused, of ten is not, and nothing is cut off: above two hundred it is refused', () => {
    expect(newPassword.safeParse('nine char').success).toBe(false);
    expect(newPassword.safeParse('ten chars!').success).toBe(true);
    expect(newPassword.safeParse('long '.repeat(41)).success).toBe(false);
  });

  it('that stands in the lists of breaches is found, in capitals too, among many thousands that are long enough', async () => {
    expect((await leakedPasswords()).size).toBeGreaterThan(40_000);
    for (const password of ['basketball', 'Manchester', 'CHRISTOPHER', 'soso123aljg'])
      expect(await isLeaked(password)).toBe(true);
    expect(await isLeaked('жаңа құпиясөз керек')).toBe(false);
  });
});
