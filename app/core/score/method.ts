// Which way of reckoning made a figure: named with every snapshot beside the edition of the guide and the hash of the code. A change of
// what a figure means gets a new name.
export const METHOD = 'scores/4';
