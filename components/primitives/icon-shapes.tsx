/** Our own icons: 20 px grid, 1.5 px stroke, round ends. */
export const ICON_SHAPES = {
  stop: (
    <>
      <path d="M6.7 2.75h6.6l3.95 3.95v6.6l-3.95 3.95H6.7L2.75 13.3V6.7z" />
      <path d="M7.25 10h5.5" />
    </>
  ),
  globe: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M2.75 10h14.5M10 2.75c2.5 2.3 3.25 4.5 3.25 7.25S12.5 15 10 17.25C7.5 15 6.75 12.75 6.75 10S7.5 5.05 10 2.75z" />
    </>
  ),
  pulse: (
    <>
      <path d="M2.75 10.5H6l2-5.5 4 10.5 2-5h3.25" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" />
      <path d="M6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9" />
    </>
  ),
  check: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="m6.75 10.25 2.25 2.25 4.25-4.75" />
    </>
  ),
  tick: (
    <>
      <path d="m4.5 10.5 3.75 3.75L15.5 6" />
    </>
  ),
  alert: (
    <>
      <path d="M10 3 2.75 16.25h14.5z" />
      <path d="M10 8.25v3.5M10 14v.01" />
    </>
  ),
  unknown: (
    <>
      <circle cx="10" cy="10" r="7.25" strokeDasharray="3 2.05" />
      <path d="M8 8.1a2 2 0 1 1 2.9 1.75c-.6.3-.9.7-.9 1.4M10 13.6v.01" />
    </>
  ),
  hand: (
    <>
      <path d="M6.5 10.5V5.25a1.15 1.15 0 0 1 2.3 0V9V4a1.15 1.15 0 0 1 2.3 0v5-3.75a1.15 1.15 0 0 1 2.3 0V10V7.5a1.1 1.1 0 0 1 2.2 0v4.25c0 3-2 5.25-4.9 5.25-2.2 0-3.4-.9-4.5-2.75L3.9 11.5c-.7-1.2.8-2.2 1.7-1.1z" />
    </>
  ),
  pen: (
    <>
      <path d="m3.5 16.5.9-3.6L13.6 3.7a1.5 1.5 0 0 1 2.1 0l.6.6a1.5 1.5 0 0 1 0 2.1L7.1 15.6z" />
      <path d="m12 5.3 2.7 2.7" />
    </>
  ),
  agent: (
    <>
      <path d="M4 3.5 16.5 8.6l-5.4 2-2.2 5.4z" />
    </>
  ),
  working: (
    <>
      <circle cx="10" cy="10" r="7.25" opacity="0.35" />
      <path d="M10 2.75A7.25 7.25 0 0 1 17.25 10" />
      <circle cx="10" cy="10" r="1.75" fill="currentColor" stroke="none" />
    </>
  ),
  arrow: (
    <>
      <path d="M3.5 10h12.5M11.5 5.5 16 10l-4.5 4.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 5.75V10l2.75 2" />
    </>
  ),
  card: (
    <>
      <rect x="2.75" y="4.75" width="14.5" height="10.5" rx="1.5" />
      <path d="M2.75 8.25h14.5M5.5 12.25h3" />
    </>
  ),
  quote: (
    <>
      <path d="M3 4.5h14v9.25H9.25L6 16.75v-3H3z" />
      <path d="M6.25 7.75h7.5M6.25 10.5h4.5" />
    </>
  ),
  go: (
    <>
      <path d="M8 4H4v12h12v-4M11.5 3.75h4.75V8.5M16 4l-7 7" />
    </>
  ),
  pause: (
    <>
      <path d="M7 4.5v11M13 4.5v11" />
    </>
  ),
  close: (
    <>
      <path d="m5 5 10 10M15 5 5 15" />
    </>
  ),
  refused: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="m5 15 10-10" />
    </>
  ),
  chev: (
    <>
      <path d="m7.5 4.5 5.5 5.5-5.5 5.5" />
    </>
  ),
  down: (
    <>
      <path d="m4.5 7.5 5.5 5.5 5.5-5.5" />
    </>
  ),
  zoom: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.25 13.25 3.5 3.5M9 6.75v4.5M6.75 9h4.5" />
    </>
  ),
  key: (
    <>
      <circle cx="6.5" cy="13.5" r="3.5" />
      <path d="m9 11 7.5-7.5M13.5 6.5l2.5 2.5M11.5 8.5l1.5 1.5" />
    </>
  ),
  panel: (
    <>
      <rect x="2.75" y="3.75" width="14.5" height="12.5" rx="1.5" />
      <path d="M12 3.75v12.5" />
    </>
  ),
  overview: (
    <>
      <path d="M3.5 16.5v-6h3.5v6zM8.25 16.5v-13h3.5v13zM13 16.5V7.5h3.5v9z" />
    </>
  ),
  mandate: (
    <>
      <path d="M5 2.75h7l3.5 3.5v11H5z" />
      <path d="M12 2.75v3.5h3.5M7.5 10h5M7.5 13.5c1.2-1.5 1.8-1.5 2.2 0 .5-1 1-1 1.3 0h1.5" />
    </>
  ),
  list: (
    <>
      <path d="M7 5h10M7 10h10M7 15h10M3.25 5v.01M3.25 10v.01M3.25 15v.01" />
    </>
  ),
  user: (
    <>
      <circle cx="10" cy="6.75" r="3.25" />
      <path d="M3.75 17c.5-3.4 3-5.25 6.25-5.25S15.75 13.6 16.25 17" />
    </>
  ),
  wallet: (
    <>
      <path d="M3 6.25v9.5h14v-9.5zM3 6.25l10-3v3M13 11h4v2.25h-4z" />
    </>
  ),
  truck: (
    <>
      <path d="M2.5 5h9v9h-9zM11.5 8h3.25l2.75 3v3h-6z" />
      <circle cx="6" cy="15" r="1.5" />
      <circle cx="14" cy="15" r="1.5" />
    </>
  ),
  back: (
    <>
      <path d="M16.5 10H4M8.5 5.5 4 10l4.5 4.5" />
    </>
  ),
  brand: (
    <>
      <path d="M3 16.75h14" />
      <path d="m3.5 9.5 3 3.25L12 4.75" />
      <path d="M10.25 12.75 15.75 4.75" />
    </>
  ),
} as const;

export type IconName = keyof typeof ICON_SHAPES;
