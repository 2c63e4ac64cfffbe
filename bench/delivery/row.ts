export type Row = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

export const shown = (value: number): string => Math.round(value).toLocaleString('en');

/** A figure beside one that was measured in the same run. */
export function beside(name: string, figure: number, floor: number, peer: string): Row {
  return {
    name,
    figure: shown(figure),
    floor: `${shown(floor)} ${peer}`,
    ratio: (figure / floor).toFixed(2),
  };
}

/** A figure beside what is allowed. */
export function within(name: string, figure: number, most: number, unit = ''): Row {
  return {
    name,
    figure: `${round(figure)}${unit}`,
    floor: `${most}${unit} allowed`,
    ratio: most === 0 ? '' : (figure / most).toFixed(2),
  };
}

/** A figure beside what is asked for. */
export function atLeast(name: string, figure: number, least: number, unit = ''): Row {
  return {
    name,
    figure: `${round(figure)}${unit}`,
    floor: `${least}${unit} asked`,
    ratio: (figure / least).toFixed(2),
  };
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}
