// The sign of Kenes: the crown of a yurt, the ring under which a council sits. Used by the header, the footer and letters to print.

/** A 40-unit drawing in the colour of the text. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="16.500" />
      <path d="M12.500 27.500Q18.800 17 27.500 9.500M15.500 30.500Q21.500 21.500 30.500 12.500M9.500 24.500Q16 14 24.500 9" />
      <path d="M12.500 12.500Q21.200 18.800 27.500 27.500M9.500 15.500Q18.500 21.500 24.500 30.500M15.500 9.500Q24 16 30.500 24.500" />
    </svg>
  );
}
