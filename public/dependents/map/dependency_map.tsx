import React, { useCallback, useRef, useState } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiLoadingContent, EuiSpacer } from '@elastic/eui';
import { MapDrawing } from './map_drawing';
import { MapFailure } from './map_failure';
import { NodePanel } from './panel/node_panel';
import { DependencyTable } from './table/dependency_table';
import { useGraph } from './use_graph';

interface Props {
  modelId: string;
  modelName: string;
}

/** What a model needs and all that a delete of it reaches: as a map, and the same as a table. */
export function DependencyMap({ modelId, modelName }: Props) {
  const { data: graph, error, isFetching, refetch } = useGraph(modelId);
  const [chosen, setChosen] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);

  const choose = useCallback((key: string) => {
    // what is opened from the panel itself leads back to where the panel was opened
    if (!document.activeElement?.closest('[data-test-subj="dependencyPanel"]')) {
      opener.current = document.activeElement;
    }
    setChosen(key);
  }, []);
  const close = useCallback(() => {
    setChosen(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);

  if (!graph) {
    return error ? (
      <MapFailure error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
    ) : (
      <EuiLoadingContent lines={8} data-test-subj="mapLoading" />
    );
  }
  const shared = { graph, modelId, modelName, onChoose: choose };
  return (
    <>
      <EuiFlexGroup gutterSize="m" alignItems="flexStart" wrap>
        <EuiFlexItem style={MAP}>
          <MapDrawing {...shared} chosen={chosen} />
        </EuiFlexItem>
        {chosen !== null && (
          <EuiFlexItem style={PANEL}>
            <NodePanel {...shared} chosen={chosen} onClose={close} />
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="l" />
      <DependencyTable {...shared} />
    </>
  );
}

// beside each other where there is room for both, else one below the other
const MAP = { flexGrow: 2.2, minWidth: 'min(100%, 480px)' };
const PANEL = { flexGrow: 1, minWidth: 'min(100%, 340px)' };
