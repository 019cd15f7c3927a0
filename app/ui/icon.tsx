// The drawn signs. Each has its own outline, so that it is told apart without colour. Always beside a text, hence hidden from readers.
const PATHS = {
  inbox: 'M3 12.5h4l1.5 2h3l1.5-2h4M5.2 4h9.6l2.2 8.5V16H3v-3.5z',
  clock: 'M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  hourglass: 'M5 2.5h10M5 17.5h10M6 2.5v3.2L10 10l4-4.3V2.5M6 17.5v-3.2L10 10l4 4.3v3.2',
  alarm: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM10 6v4.8M10 13.4v.3',
  check: 'M6.3 10.3l2.6 2.6 4.8-5.4M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  note: 'M5 2.5h10v15l-5-3.6-5 3.6zM8 6.5h4M8 9.5h4',
  stop: 'M3.5 3.5h13v13h-13zM7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6',
  back: 'M7.5 4L3.5 8l4 4M3.5 8h8.2a4.3 4.3 0 0 1 0 8.6H7',
  forward: 'M2.5 10h14M11.5 5l5 5-5 5',
  info: 'M10 9v5M10 6v.3M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  warning: 'M10 2.8l8 14H2zM10 8v4M10 14.2v.3',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15',
  letter: 'M2.5 5h15v10.5h-15zM2.5 5.5L10 11l7.5-5.5',
  search: 'M13 13l4.5 4.5M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  copy: 'M7 7h10v10H7zM7 13H3V3h10v4',
  person: 'M10 3a3.3 3.3 0 1 0 0 6.6A3.3 3.3 0 0 0 10 3zM3.5 17c.6-3.3 3.2-5 6.5-5s5.900 1.700 6.500 5',
  building: 'M3 17.500h14M4.500 17.500V8.500M8 17.500V8.500M12 17.500V8.500M15.500 17.500V8.500M2.500 8h15L10 3z',
  plus: 'M10 4v12M4 10h12',
  older: 'M4 10h12M11 5l5 5-5 5',
  newer: 'M16 10H4M9 5l-5 5 5 5',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof PATHS;

/** A 20-unit line drawing in the colour of the text, 1.25 times its height. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
