// The sign of Kenes: the crown of a yurt, the ring under which a council sits. Used by the header, the footer and letters to print.

/** A 40-unit drawing in the colour of the text. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="17" />
      <path d="M8.600 7.600Q17 20 8.600 32.400M20 3v34M31.400 7.600Q23 20 31.400 32.400" />
      <path d="M7.600 8.600Q20 17 32.400 8.600M3 20h34M7.600 31.400Q20 23 32.400 31.400" />
    </svg>
  );
}
