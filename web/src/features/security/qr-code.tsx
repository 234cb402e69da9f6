import { styled } from '@mui/material/styles';
import { encode } from 'uqr';

/** Dark on light whatever the reader's colours are: that is what cameras look for. */
const Square = styled('svg')({
  display: 'block',
  width: '13rem',
  height: '13rem',
  background: '#fff',
  borderRadius: 4,
});

/** As quiet around it as the standard wants (ISO/IEC 18004, 4 modules). */
const QUIET = 4;

/** A text as a square that a camera can read, drawn here: a secret goes to no one else to become a picture. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <Square viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </Square>
  );
}
