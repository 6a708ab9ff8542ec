/** A line of the table and of the JSON. */
export interface Row {
  name: string;
  unit: 'ms' | 'MB';
  median: number;
  min: number;
  max: number;
  /** To what the line is compared with; none for what others are compared with. */
  ratio?: number;
  /** The ratio, the MB, or of a pause the ms, that it has to stay at or under. */
  target?: number;
  ok?: boolean;
}
