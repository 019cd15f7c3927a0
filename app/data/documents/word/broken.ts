// What is wrong with a file that can't be read as what it says it is. Thrown inside docx, which answers with it as a value.

/** Larger than what is read at all, or not as its format asks. */
export class BrokenFile extends Error {
  constructor(
    readonly problem: 'too_large' | 'broken',
    what: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}
