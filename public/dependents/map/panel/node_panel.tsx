import React, { useMemo } from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiCopy, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Graph } from '../../../../common/dependents';
import { nodeKey } from '../../../../common/dependents/node_key';
import { notChecked } from '../../../../common/dependents/not_checked';
import { AppLink } from '../../../components';
import { useAddresses } from '../../../services';
import { CoverageDetail } from '../../coverage_detail';
import { kindIcon } from '../../kind_icons';
import { capitalized, kindLabel, kindPlural } from '../../kind_words';
import { DependentActions } from '../../requests';
import { Definition } from './definition';
import { RelationList } from './relation_list';
import { relationsOf, type Relations } from './relations';
import { SidePanel } from './side_panel';

interface Props {
  graph: Graph;
  modelId: string;
  /** Of the node that is chosen. */
  chosen: string;
  onChoose(key: string): void;
  onClose(): void;
}

/** What there is to say of the node that is chosen: a resource, or a source that was not read. */
export function NodePanel({ graph, modelId, chosen, onChoose, onClose }: Props) {
  const relations = useMemo(() => relationsOf(graph, modelId, chosen), [graph, modelId, chosen]);
  const unread = notChecked(graph.coverage).find(({ source }) => chosen === `unchecked/${source}`);
  if (unread) {
    return (
      <SidePanel
        subject={chosen}
        icon="alert"
        title={capitalized(kindPlural(unread.source))}
        words={i18n.translate('mlModels.map.panel.unchecked', {
          defaultMessage: 'Not checked: some of them may use the model.',
        })}
        onClose={onClose}
      >
        {unread.detail !== undefined && (
          <EuiText size="s">
            <CoverageDetail source={unread} />
          </EuiText>
        )}
      </SidePanel>
    );
  }
  if (!relations) return null;
  const { kind, id, name } = relations.node;
  return (
    <SidePanel
      subject={chosen}
      icon={kindIcon(kind)}
      title={name}
      words={name === id ? kindLabel(kind) : `${kindLabel(kind)} · ${id}`}
      onClose={onClose}
    >
      <EuiSpacer size="s" />
      <ResourceActions relations={relations} modelId={modelId} />
      <EuiSpacer size="m" />
      <ResourceBody relations={relations} onChoose={onChoose} />
    </SidePanel>
  );
}

function ResourceActions({ relations, modelId }: { relations: Relations; modelId: string }) {
  const { modelPage } = useAddresses();
  const { node, dependent } = relations;
  return (
    <>
      <EuiCopy textToCopy={node.id}>
        {(copy) => (
          <EuiButtonEmpty size="xs" flush="left" iconType="copy" onClick={copy}>
            {i18n.translate('mlModels.map.panel.copyId', { defaultMessage: 'Copy ID' })}
          </EuiButtonEmpty>
        )}
      </EuiCopy>
      {dependent && <DependentActions dependent={dependent} modelId={modelId} />}
      {node.kind === 'model' && node.id !== modelId && (
        <EuiText size="s">
          <AppLink to={modelPage(node.id)}>
            {i18n.translate('mlModels.map.panel.modelPage', {
              defaultMessage: 'Go to the page of this model',
            })}
          </AppLink>
        </EuiText>
      )}
    </>
  );
}

interface BodyProps {
  relations: Relations;
  onChoose(key: string): void;
}

function ResourceBody({ relations: { node, uses, usedBy }, onChoose }: BodyProps) {
  const usesTitle = i18n.translate('mlModels.map.panel.uses', {
    defaultMessage: 'What it uses ({count})',
    values: { count: uses.length },
  });
  const usedByTitle = i18n.translate('mlModels.map.panel.usedBy', {
    defaultMessage: 'What uses it ({count})',
    values: { count: usedBy.length },
  });
  return (
    <>
      <RelationList title={usesTitle} relations={uses} onChoose={onChoose} />
      <RelationList title={usedByTitle} relations={usedBy} onChoose={onChoose} />
      {node.missing ? (
        <EuiCallOut
          size="s"
          color="warning"
          iconType="alert"
          title={i18n.translate('mlModels.map.panel.missing', {
            defaultMessage: 'It is missing: nothing in this cluster has its ID.',
          })}
        />
      ) : (
        <>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('mlModels.map.panel.definition', { defaultMessage: 'Definition' })}
            </h3>
          </EuiTitle>
          <EuiSpacer size="s" />
          <Definition key={nodeKey(node)} kind={node.kind} id={node.id} />
        </>
      )}
    </>
  );
}
