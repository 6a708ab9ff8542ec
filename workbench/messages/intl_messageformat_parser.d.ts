/** The part of the package's answer that is read here; it comes without types. */
declare module 'intl-messageformat-parser' {
  export interface Pattern {
    elements: Array<{ type: 'messageTextElement'; value: string } | Argument>;
  }

  export interface Argument {
    type: 'argumentElement';
    id: string;
    format: {
      /** `pluralFormat`, `selectFormat`, `numberFormat`, … */
      type: string;
      options?: Array<{ selector: string; value: Pattern }>;
    } | null;
  }

  /** @throws SyntaxError */
  export function parse(message: string): Pattern;
}
