import React from 'react';
import { i18n } from '@osd/i18n';

/** What the cluster said, marked as its words. */
export function ClusterWords({ words }: { words: string }) {
  return (
    <p className="eui-textBreakWord">
      {i18n.translate('mlModels.clusterWords', {
        defaultMessage: 'The cluster said: “{words}”',
        values: { words },
      })}
    </p>
  );
}
