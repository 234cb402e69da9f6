import { icon } from './icons';

export const MoreIcon = icon(<path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth={3.4} />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const MinusIcon = icon(<path d="M5 12h14" />);
export const CircleIcon = icon(<circle cx="12" cy="12" r="7.5" />);
export const HereIcon = icon(
  <>
    <circle cx="12" cy="12" r="8" />
    <circle cx="12" cy="12" r="3.2" fill="currentColor" stroke="none" />
  </>,
);
export const PlayIcon = icon(<path d="M8 5.5v13l10.5-6.5L8 5.5Z" fill="currentColor" />);
export const SwapIcon = icon(<path d="M4 8.5h15m-4-4 4 4-4 4M20 16H5m4-4-4 4 4 4" />);
export const CopyIcon = icon(
  <>
    <rect x="8.5" y="8.5" width="11" height="11" rx="1.5" />
    <path d="M5.5 15.5h-1v-11h11v1" />
  </>,
);
export const TrashIcon = icon(<path d="M4.5 7h15M9.5 7V4.5h5V7m-8 0 .8 12.5h9.4L17.5 7M10.2 10.5v5.5m3.6-5.5v5.5" />);
export const ListIcon = icon(<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" />);
export const ColumnsIcon = icon(
  <>
    <rect x="4" y="4.5" width="16" height="15" rx="1.5" />
    <path d="M9.3 4.5v15m5.4-15v15" />
  </>,
);
export const UploadIcon = icon(<path d="M12 15.5V4.5m-4.5 4.5L12 4.5 16.5 9M4.5 15v4.5h15V15" />);
export const DownloadIcon = icon(<path d="M12 4.5v11M7.5 11l4.5 4.5L16.5 11M4.5 15v4.5h15V15" />);
export const KeyboardIcon = icon(
  <>
    <rect x="2.5" y="6" width="19" height="12" rx="2" />
    <path d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14.2h8" />
  </>,
);
