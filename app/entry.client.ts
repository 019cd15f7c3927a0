// Remix asks for a browser's entry; Kenes has none: nothing hydrates (app/README.md, decision 1).
export {};
