// Codes as people type them, and recovery codes as they are written.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeIn, RECOVERY_BYTES, recoveryCode } from '../../app/core/second-factor';

const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });

it('six digits are a code, however they are spaced', () => {
  for (const typed of ['123456', ' 123 456 ', '123-456'])
    expect(codeIn(typed)).toEqual({ kind: 'totp', code: '123456' });
});

it('nothing else is', () => {
  for (const typed of ['', '12345', '1234567', 'abcdef', 'k7f2m-9x0q!', 'k7f2m-9x0qdd', '１２３４５６'])
    expect(codeIn(typed)).toBeNull();
});

it('a recovery code is read as it was written, in capitals, without its dash, and with letters taken for digits', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = recoveryCode(random);
      const confused = code.replaceAll('0', 'O').replaceAll('1', 'l');
      for (const typed of [code, code.toUpperCase(), code.replace('-', ''), ` ${code} `, confused])
        expect(codeIn(typed)).toEqual(/^\d{6}$/.test(code) ? { kind: 'totp', code } : { kind: 'recovery', code });
    }),
  );
});
