import React from 'react';
import { EuiButtonEmpty, EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { kindCount } from '../../labels/dependent_labels';
import { lineLabel } from '../../labels/dependent_labels';
import { ExportMenu } from './export_menu';
import type { KindNode, LineStyle } from './graph_view';
import { LINE_LOOKS, lineAttributes } from './map_lines';
import type { LaidOut } from './use_flow_nodes';
import type { MapViewport } from './use_viewport';

interface Props {
  laidOut: LaidOut;
  modelName: string;
  view: MapViewport;
  onToggle(key: string): void;
}

/** Opens and closes the kinds of which there are many, moves the map, and saves it. */
export function Toolbar({ laidOut, modelName, view, onToggle }: Props) {
  const kinds = laidOut.picture.nodes.filter((node): node is KindNode => node.type === 'kind');
  return (
    <EuiFlexGroup
      gutterSize="xs"
      alignItems="center"
      justifyContent="flexEnd"
      responsive={false}
      wrap
    >
      {kinds.map(({ key, kind, count, isOpen }) => (
        <EuiFlexItem grow={false} key={key}>
          <EuiButtonEmpty
            size="xs"
            iconType={isOpen ? 'fold' : 'unfold'}
            aria-expanded={isOpen}
            onClick={() => onToggle(key)}
          >
            {kindCount(kind, count)}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ))}
      <MoveButton
        icon="magnifyWithMinus"
        label={i18n.translate('mlModels.map.zoomOut', { defaultMessage: 'Zoom out' })}
        onClick={view.zoomOut}
      />
      <MoveButton
        icon="magnifyWithPlus"
        label={i18n.translate('mlModels.map.zoomIn', { defaultMessage: 'Zoom in' })}
        onClick={view.zoomIn}
      />
      <MoveButton
        icon="fullScreen"
        label={i18n.translate('mlModels.map.fit', { defaultMessage: 'Fit map to view' })}
        subject="fitMap"
        onClick={view.fit}
      />
      <EuiFlexItem grow={false}>
        <ExportMenu laidOut={laidOut} modelName={modelName} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

interface MoveProps {
  icon: string;
  label: string;
  subject?: string;
  onClick(): void;
}

function MoveButton({ icon, label, subject, onClick }: MoveProps) {
  return (
    <EuiFlexItem grow={false}>
      <EuiButtonIcon
        iconType={icon}
        color="text"
        aria-label={label}
        data-test-subj={subject}
        onClick={onClick}
      />
    </EuiFlexItem>
  );
}

const LINES: readonly LineStyle[] = ['blocks', 'breaks', 'possible', 'needs'];

/** What each line of the map means. */
export function Legend() {
  return (
    <EuiFlexGroup gutterSize="m" wrap responsive={false} data-test-subj="dependencyLegend">
      {LINES.map((line) => (
        <EuiFlexItem grow={false} key={line}>
          <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
            <EuiFlexItem grow={false}>
              <svg width={40} height={8} aria-hidden className={LINE_LOOKS[line].className}>
                <path d="M2,4H38" {...lineAttributes(line)} />
              </svg>
            </EuiFlexItem>
            <EuiFlexItem>
              <EuiText size="xs">{lineLabel(line)}</EuiText>
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
}
