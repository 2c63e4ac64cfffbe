import type { JSX } from 'preact';

/** Drawn on a 24 grid with strokes of the text's own colour. */
const PATHS = {
  copy: 'M9 9h10v11H9zM5 15V4h10',
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  out: 'M8 16 16 8M9 8h7v7',
  forward: 'M14 6l6 6-6 6M20 12H9a5 5 0 0 0-5 5v1',
  thumb: 'M7 11v9H4v-9zM7 11l4-8a2 2 0 0 1 2.6 2.4L13 9h6l-1.5 9.3A2 2 0 0 1 15.500 20H7',
  send: 'M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4',
  down: 'M6 9l6 6 6-6',
  slash: 'M9 19 15 5',
  moon: 'M20 14.500A8 8 0 1 1 9.500 4a6.500 6.500 0 0 0 10.500 10.500z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M5 19l1.500-1.500M17.500 6.500 19 5',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 13l4 4L19 7',
  channel: 'M4 10v4h3l8 4V6L7 10zM18 9a4 4 0 0 1 0 6',
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  desk: 'M4 20h16M6 20V9l6-5 6 5v11M10 20v-6h4v6',
  weather: 'M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 11.500a3.300 3.300 0 0 1-.5 6.500z',
  keyboard: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
