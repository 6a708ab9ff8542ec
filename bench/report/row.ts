/** A line of the table and of the JSON. */
export interface Row {
  name: string;
  unit: 'ms' | 'MB' | 'kB';
  median: number;
  min: number;
  max: number;
  /** To what the line is compared with; none for what others are compared with. */
  ratio?: number;
  /** The ratio, or what the unit says where there is none, that it has to stay at or under. */
  target?: number;
  ok?: boolean;
}
