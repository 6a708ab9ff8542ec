import { useIsWithinBreakpoints } from '@elastic/eui';

/** Whether a table of models is wider than on a phone, which has cards, and narrower than on a desk. */
export function useIsTight(): boolean {
  return useIsWithinBreakpoints(['m']);
}
