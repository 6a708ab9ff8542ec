import React, { useEffect, useRef, useState } from 'react';
import { EuiFieldSearch } from '@elastic/eui';
import { i18n } from '@osd/i18n';

const WAIT_MS = 300;
const MAX_LENGTH = 512;

interface Props {
  /** What is searched for now. */
  value: string;
  /** Called once the typing pauses; must keep its identity. */
  onSearch(text: string): void;
}

/** Searches once per pause in typing, and follows the URL when that changes under it. */
export function SearchBox({ value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const searched = useRef(value);

  useEffect(() => {
    if (value === searched.current) return;
    searched.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === searched.current) return;
    const timer = setTimeout(() => {
      searched.current = text;
      onSearch(text);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);

  const label = i18n.translate('mlModels.filter.search', {
    defaultMessage: 'Search name, ID, description',
  });
  return (
    <EuiFieldSearch
      isClearable
      data-test-subj="searchModels"
      placeholder={i18n.translate('mlModels.filter.searchFields', {
        defaultMessage: 'Name, ID, description',
      })}
      aria-label={label}
      maxLength={MAX_LENGTH}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
