// The shape that a translation must have: the same keys; sentences may differ, functions take the same arguments.
export type Shape<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Shape<R>
    : T extends readonly (infer E)[]
      ? readonly Shape<E>[]
      : { readonly [K in keyof T]: Shape<T[K]> };

/** What the sentences of a refusal are told: raw values (days 'YYYY-MM-DD', instants in milliseconds, sizes in bytes). */
export type Params = Readonly<Record<string, string | number>>;
