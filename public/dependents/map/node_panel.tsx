import React, { useMemo } from 'react';
import {
  EuiButtonEmpty,
  EuiCallOut,
  EuiCode,
  EuiCopy,
  EuiLink,
  EuiLoadingContent,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent, Reference } from '../../../common/dependents/dependent';
import type { Graph, GraphNode } from '../../../common/dependents/graph';
import { DEPENDENT_KINDS, nodeKey } from '../../../common/dependents/kinds';
import { notChecked } from '../../../common/dependents/verdict';
import { AppLink } from '../../components/app_link';
import { CappedList } from '../../components/capped_list';
import { ErrorCallout } from '../../components/error_callout';
import { JsonView } from '../../components/json_view';
import {
  capitalized,
  kindIcon,
  kindLabel,
  kindName,
  kindPlural,
} from '../../labels/dependent_labels';
import { useDefinition } from '../../queries';
import { useAddresses } from '../../services/addresses';
import { DependentActions } from '../dependent_actions';
import { CoverageDetail } from '../not_checked_callout';
import { rowEffectText } from './dependency_table';
import { effectOf, type LineStyle, reachOf } from './graph_view';
import { SidePanel } from './side_panel';

interface NodePanelProps {
  graph: Graph;
  modelId: string;
  /** Of the node that is chosen. */
  chosen: string;
  onChoose(key: string): void;
  onClose(): void;
}

/** What there is to say of the node that is chosen: a resource, or a source that was not read. */
export function NodePanel({ graph, modelId, chosen, onChoose, onClose }: NodePanelProps) {
  const relations = useMemo(() => relationsOf(graph, modelId, chosen), [graph, modelId, chosen]);
  const unread = notChecked(graph.coverage).find(({ source }) => chosen === `unchecked/${source}`);
  if (unread) {
    return (
      <SidePanel
        subject={chosen}
        icon="alert"
        title={capitalized(kindPlural(unread.source))}
        subtitle={i18n.translate('mlModels.map.panel.unchecked', {
          defaultMessage: 'Not checked: some may use the model.',
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
      subtitle={name === id ? kindLabel(kind) : `${kindLabel(kind)} · ${id}`}
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
              defaultMessage: 'Open model page',
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
    defaultMessage: 'Uses ({count})',
    values: { count: uses.length },
  });
  const usedByTitle = i18n.translate('mlModels.map.panel.usedBy', {
    defaultMessage: 'Used by ({count})',
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
            defaultMessage: 'Missing: nothing in this cluster has this ID.',
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

interface RelationListProps {
  title: string;
  relations: readonly Relation[];
  onChoose(key: string): void;
}

/** References, each with the place where it is and what follows of a delete. */
function RelationList({ title, relations, onChoose }: RelationListProps) {
  if (relations.length === 0) return null;
  return (
    <>
      <EuiTitle size="xxs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiText size="s">
        <CappedList items={relations}>
          {({ node: { kind, id, name }, path, line }) => (
            <li key={`${kind} ${id} ${path}`} className="eui-textBreakWord">
              {kindName(kind)}{' '}
              <EuiLink onClick={() => onChoose(nodeKey({ kind, id }))}>{name}</EuiLink>
              {path && (
                <>
                  {' · '}
                  <EuiCode>{path}</EuiCode>
                </>
              )}
              {' · '}
              {rowEffectText(line)}
            </li>
          )}
        </CappedList>
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}

/** One reference from or to a node. */
interface Relation {
  /** The node at the other end. */
  node: GraphNode;
  path: string;
  line: LineStyle;
}

/** All that a panel says of one node beside its definition. */
interface Relations {
  node: GraphNode;
  /** What it calls for. */
  uses: Relation[];
  /** What calls for it. */
  usedBy: Relation[];
  /** The node as a dependent of the model, where it holds the model's id itself. */
  dependent?: Dependent;
}

function dependentOf(
  { kind, id, name }: GraphNode,
  references: Reference[]
): Dependent | undefined {
  const known = DEPENDENT_KINDS.find((one) => one === kind);
  return known && references.length > 0
    ? { kind: known, id, name, references, impact: [] }
    : undefined;
}

/** What a node of the map around a model has to do with others; undefined where it isn't there. */
function relationsOf(graph: Graph, modelId: string, key: string): Relations | undefined {
  const nodes = new Map(graph.nodes.map((node) => [nodeKey(node), node]));
  const node = nodes.get(key);
  if (!node) return undefined;
  const reach = reachOf(graph, modelId);
  const relations: Relations = { node, uses: [], usedBy: [] };
  const references: Reference[] = [];
  const add = (to: Relation[], other: string, path: string, line: LineStyle) => {
    const there = nodes.get(other);
    if (there) to.push({ node: there, path, line });
  };
  for (const edge of reach.edges) {
    const line = effectOf(reach, edge);
    if (edge.from === key) add(relations.uses, edge.to, edge.path, line);
    if (edge.to === key) add(relations.usedBy, edge.from, edge.path, line);
    if (edge.from === key && edge.to === reach.self) {
      references.push({ path: edge.path, enforcement: line });
    }
  }
  for (const { from, to, path } of reach.needs) {
    if (from === key) add(relations.uses, to, path, 'needs');
    if (to === key) add(relations.usedBy, from, path, 'needs');
  }
  const dependent = dependentOf(node, references);
  return { ...relations, ...(dependent && { dependent }) };
}

/** As high as leaves the references in sight. */
const HEIGHT = 360;

/** What a resource is made of, or why that could not be read. */
export function Definition({ kind, id }: { kind: string; id: string }) {
  const { data, error, isFetching, refetch } = useDefinition(kind, id);
  if (data) return <JsonView value={data.definition} height={HEIGHT} />;
  if (!error || isFetching) return <EuiLoadingContent lines={4} />;
  return (
    <ErrorCallout
      role="alert"
      data-test-subj="definitionError"
      title={i18n.translate('mlModels.map.definition.failed', {
        defaultMessage: 'Couldn’t read the definition.',
      })}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}
