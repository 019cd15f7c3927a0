// An address as a square code (QR) for a camera. Dark on white in the dark too: cameras read nothing else well.
import { encode } from 'uqr';

/** Empty modules around the code, as the standard asks (ISO/IEC 18004: four). */
const MARGIN = 4;

type QrProps = {
  address: string;
  /** What it is, for whoever can't see it. */
  label: string;
};

export function QrCode({ address, label }: QrProps) {
  const { size, data } = encode(address, { border: MARGIN });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className="qr-light" width={size} height={size} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
