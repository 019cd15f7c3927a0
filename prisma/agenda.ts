// What is to happen when, in the simulation: a binary heap of moments, earliest first, ties in the order they were put in.

export type Agenda = {
  put(at: number, happen: () => Promise<void>): void;
  next(): { at: number; happen: () => Promise<void> } | undefined;
};
type Item = { at: number; serial: number; happen: () => Promise<void> };

const before = (a: Item, b: Item) => a.at < b.at || (a.at === b.at && a.serial < b.serial);

export function agenda(): Agenda {
  const heap: Item[] = [];
  let serial = 0;
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j] as Item, heap[i] as Item];
  };
  const isBefore = (i: number, j: number) => before(heap[i] as Item, heap[j] as Item);
  return {
    put(at, happen) {
      heap.push({ at, serial: serial++, happen });
      for (let i = heap.length - 1; i > 0;) {
        const parent = (i - 1) >> 1;
        if (!isBefore(i, parent)) break;
        swap(i, parent);
        i = parent;
      }
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (!first || !last) return undefined;
      if (heap.length === 0) return first;
      heap[0] = last;
      for (let i = 0; ;) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (left < heap.length && isBefore(left, least)) least = left;
        if (right < heap.length && isBefore(right, least)) least = right;
        if (least === i) return first;
        swap(i, least);
        i = least;
      }
    },
  };
}
