import type { JSX } from 'preact';

const HUES = [8, 32, 145, 175, 205, 262, 330];

/** A round with the first letters of a name, in a colour that stays with the id. */
export function Avatar({ id, name }: { id: number; name: string }): JSX.Element {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  const hue = HUES[Math.abs(id) % HUES.length];
  return (
    <span class="avatar" style={{ '--hue': String(hue) }} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}
