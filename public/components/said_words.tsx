import React from 'react';
import { ClusterWords } from './cluster_words';

/** An error's message for a person, and the cluster's own words where it said any. */
export interface Said {
  message?: string;
  cluster_message?: string;
}

/** What was said about a failure; once where the message is just the cluster's words. */
export function SaidWords({ said: { message, cluster_message: words } }: { said: Said }) {
  return (
    <>
      {message && message !== words && <p className="eui-textBreakWord">{message}</p>}
      {words && <ClusterWords words={words} />}
    </>
  );
}
