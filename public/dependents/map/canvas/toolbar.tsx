import React from 'react';
import { EuiButtonEmpty, EuiButtonIcon, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { kindCount } from '../../kind_words';
import { ExportMenu } from '../export';
import type { KindNode } from '../picture';
import type { LaidOut } from './use_layout';
import type { MapView } from './use_view';

interface Props {
  laidOut: LaidOut;
  modelName: string;
  view: MapView;
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
        label={i18n.translate('mlModels.map.fit', { defaultMessage: 'Show the whole map' })}
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
