import type { Row } from './row';

const HEAD = ['', 'median', 'min–max', 'ratio', 'target', ''];

function cells({ name, unit, median, min, max, ratio, target, ok }: Row): string[] {
  const digits = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  return [
    name,
    `${digits(median)} ${unit}`,
    `${digits(min)}–${digits(max)}`,
    ratio === undefined ? '' : ratio.toFixed(2),
    target === undefined
      ? ''
      : ratio === undefined
        ? `${unit === 'MB' ? '<' : '≤'} ${target} ${unit}`
        : `≤ ${target.toFixed(1)}`,
    ok === undefined ? '' : ok ? 'ok' : 'over',
  ];
}

/** The rows as people read them. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length))
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
        )
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}
