import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

/** No wider than so many columns of a terminal; what was cut off is marked. */
export function shorten(text: string, maxColumns: number): string {
  if (stringWidth(text) <= maxColumns) return text;
  let [kept, width] = ['', 0];
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment);
    if (width >= maxColumns) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
