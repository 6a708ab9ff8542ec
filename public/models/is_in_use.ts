/**
 * Whether something in an element, or in a popover that it opened, is about to be pressed: the
 * pointer or the focus is there. OUI draws popovers at the end of the page.
 */
export function isInUse(element: HTMLElement | null): boolean {
  if (!element) return false;
  const { activeElement } = document;
  return (
    element.matches(':hover') ||
    element.contains(activeElement) ||
    Boolean(activeElement?.closest('.euiPopover__panel'))
  );
}
