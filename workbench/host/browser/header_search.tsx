import { EuiFieldSearch, EuiListGroup, EuiListGroupItem, EuiPopover } from '@elastic/eui';
import React, { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { SearchCommand } from '../../../public/platform/types';
import { useStore } from './store';
import type { Store } from './store';

/** The new header's search: what the commands of all plugins find for a text. */
export function HeaderSearch({ searches }: { searches: Store<SearchCommand[]> }) {
  const commands = useStore(searches);
  const [found, setFound] = useState<ReactNode[] | null>(null);
  const running = useRef(new AbortController());
  const close = () => {
    running.current.abort();
    setFound(null);
  };
  const search = async (text: string) => {
    close();
    if (!text) return;
    const { signal } = (running.current = new AbortController());
    const answers = await Promise.allSettled(commands.map(({ run }) => run(text, close, signal)));
    if (signal.aborted) return;
    // as the platform does it: what fails is left out
    setFound(answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])));
  };
  return (
    <EuiPopover
      aria-label="Found"
      button={
        <EuiFieldSearch
          compressed
          incremental
          placeholder="Search"
          aria-label="Search the menus"
          data-test-subj="headerSearch"
          onSearch={(text) => void search(text)}
        />
      }
      isOpen={found !== null}
      closePopover={close}
      ownFocus={false}
      panelPaddingSize="s"
    >
      <EuiListGroup flush gutterSize="none" data-test-subj="headerSearchFound">
        {(found ?? []).map((item, at) => (
          <EuiListGroupItem key={at} label={item} size="s" />
        ))}
      </EuiListGroup>
    </EuiPopover>
  );
}
