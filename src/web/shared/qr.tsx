import { encode } from 'uqr';

/** A text as a QR code: one path of squares, black on white whatever the theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  // M: a folded or stained slip is still read. The quiet zone around it is what scanners find it by.
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={squares.join('')} />
    </svg>
  );
}
