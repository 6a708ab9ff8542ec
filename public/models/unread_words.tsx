import React from 'react';
import type { ApiError } from '../api';
import { SaidWords } from '../components';
import { unusableWords } from '../data_source';

/** Why models could not be read, and what to do where another data source helps. */
export function UnreadWords({ error }: { error: ApiError }) {
  return (
    <>
      <SaidWords said={error} />
      {error.reason === 'data_source_unavailable' && <p>{unusableWords()}</p>}
    </>
  );
}
