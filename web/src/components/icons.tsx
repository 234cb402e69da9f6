import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Drawing = styled('svg')({
  width: '1.35em',
  height: '1.35em',
  flex: 'none',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.9,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
});

/** Drawn by us on a 24 unit grid, one stroke. Always beside words, so never read aloud. */
export function icon(paths: ReactNode) {
  return function Icon({ className }: { className?: string }) {
    return (
      <Drawing viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={className}>
        {paths}
      </Drawing>
    );
  };
}

export const ArrowLeftIcon = icon(<path d="M19 12H5m6-6-6 6 6 6" />);
export const ArrowRightIcon = icon(<path d="M5 12h14m-6-6 6 6-6 6" />);
export const ChevronLeftIcon = icon(<path d="m15 5-7 7 7 7" />);
export const ChevronRightIcon = icon(<path d="m9 5 7 7-7 7" />);
export const CheckIcon = icon(<path d="m4.5 12.5 5 5 10-11" />);
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3 2" />
  </>,
);
export const CalendarIcon = icon(
  <>
    <rect x="4" y="5.5" width="16" height="14.5" rx="2" />
    <path d="M4 10.5h16M8.5 3.5v4m7-4v4" />
  </>,
);
export const PinIcon = icon(
  <>
    <path d="M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11Z" />
    <circle cx="12" cy="10" r="2.2" />
  </>,
);
export const PhoneIcon = icon(
  <path d="M6 4h3.2l1.5 4.2-2 1.5a12 12 0 0 0 5.6 5.6l1.5-2L20 14.8v3.2a2 2 0 0 1-2.2 2A15.5 15.5 0 0 1 4 6.2 2 2 0 0 1 6 4Z" />,
);
export const SearchIcon = icon(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </>,
);
export const PaperIcon = icon(
  <path d="M7 3.5h7l4.5 4.5v12.5h-11.5a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM14 3.5v4.5h4.5M9.5 13h6m-6 3.5h6" />,
);
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />
  </>,
);
export const AlertIcon = icon(<path d="M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.8v.2" />);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5.5m0-9v.2" />
  </>,
);
