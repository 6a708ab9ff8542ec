import React from 'react';
import { i18n } from '@osd/i18n';
import type { HoldingNode } from '../../../common/models';
import { listWords } from '../../components';
import { nodeWords } from '../../models/node_words';

/** As many as can be taken in at a glance. */
const NAMED = 10;

/** The nodes that hold the model still, by name; what is not known is never told as none. */
export function HoldingNodes({ nodes }: { nodes: HoldingNode[] | null }) {
  return (
    <p className="eui-textBreakWord" data-test-subj="deleteModelNodes">
      {nodesWords(nodes)}
    </p>
  );
}

function nodesWords(nodes: HoldingNode[] | null): string {
  if (nodes === null) {
    return i18n.translate('mlModels.undeploy.nodesUnknown', {
      defaultMessage: 'Which nodes hold it still could not be found out.',
    });
  }
  if (nodes.length === 0) {
    return i18n.translate('mlModels.undeploy.noNodes', {
      defaultMessage: 'No node holds it any more, but ML Commons doesn’t say so yet.',
    });
  }
  const names = listWords(nodes.slice(0, NAMED).map(nodeWords));
  return i18n.translate('mlModels.undeploy.nodes', {
    defaultMessage:
      'Still on: {names}{more, plural, =0 {} one { and # more node} other { and # more nodes}}.',
    values: { names, more: Math.max(0, nodes.length - NAMED) },
  });
}
