import { createElement, Fragment } from 'react';
import type { ElementType, Key, ReactNode } from 'react';

type Properties = Record<string, unknown>;

/**
 * What libraries import as `react/jsx-runtime`, on the React of the page: the platform shares React
 * without it, and React 16 and 18 have one each.
 */
export function jsx(type: ElementType, props: Properties, key?: Key) {
  return createElement(type, withKey(props, key));
}

/** The same for children that were written one by one: as a list, React would ask for their keys. */
export function jsxs(
  type: ElementType,
  { children, ...props }: Properties & { children: ReactNode[] },
  key?: Key
) {
  return createElement(type, withKey(props, key), ...children);
}

function withKey(props: Properties, key: Key | undefined): Properties {
  return key === undefined ? props : { ...props, key };
}

export { Fragment };
