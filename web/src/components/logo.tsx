import { styled } from '@mui/material/styles';

const Drawing = styled('svg')({ width: '1.7rem', height: '1.7rem', flex: 'none', display: 'block' });

/** The arch and sill of a counter, with someone behind it. */
export function Logo() {
  return (
    <Drawing viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d="M15 46V29a17 17 0 0 1 34 0v17" fill="none" stroke="var(--accent)" strokeWidth="6" />
      <path d="M6 49h52" stroke="var(--accent)" strokeWidth="6" strokeLinecap="round" />
      <circle cx="32" cy="32" r="5.5" fill="var(--warn)" />
    </Drawing>
  );
}
