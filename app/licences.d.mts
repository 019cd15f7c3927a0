// The types of licences.mjs, for its test.
export function isAllowed(expression: string): boolean;
export function runtimePackages(root?: string): { name: string; version: string; licence: string; hashed: boolean }[];
export function listOf(all: ReturnType<typeof runtimePackages>): string;
