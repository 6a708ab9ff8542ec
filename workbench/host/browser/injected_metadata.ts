import type { InjectedMetadata } from '../injected_metadata';

/** What the server put into the page. */
export function injectedMetadata(): InjectedMetadata {
  const data = document.querySelector('osd-injected-metadata')?.getAttribute('data');
  if (!data) throw new Error('The page has no osd-injected-metadata');
  return JSON.parse(data) as InjectedMetadata;
}
