import type { QrMatrix } from '../../../shared/model/sign-in.ts';

/** The dark modules as one SVG path, a run of a row at a time, moved by the quiet zone. */
export function qrPath(matrix: QrMatrix, quietZone: number): string {
  const parts: string[] = [];
  matrix.forEach((row, y) => {
    let x = 0;
    while (x < row.length) {
      if (row[x] !== true) {
        x++;
        continue;
      }
      const start = x;
      while (row[x] === true) x++;
      const width = x - start;
      parts.push(`M${start + quietZone} ${y + quietZone}h${width}v1h-${width}z`);
    }
  });
  return parts.join('');
}
