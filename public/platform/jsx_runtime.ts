import { createElement, Fragment } from 'react';
import type { ElementType, Key } from 'react';

/**
 * What libraries import as `react/jsx-runtime`, on the React of the page: the platform shares React
 * without it, and React 16 and 18 have one each.
 */
export function jsx(type: ElementType, props: Record<string, unknown>, key?: Key) {
  return createElement(type, key === undefined ? props : { ...props, key });
}

export const jsxs = jsx;
export { Fragment };
