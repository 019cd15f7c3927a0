// What a personal field is called on the pages of erasures.
import type { Text } from '../../text';

export const fieldName = (t: Text, version: string, name: string): string => {
  const names: Readonly<Record<string, string>> = t.register.erasure.names;
  return t.register.erasure.field(version, names[name] ?? name);
};
