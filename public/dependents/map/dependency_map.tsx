import React, { useCallback, useMemo, useRef, useState } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiLoadingContent, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Graph } from '../../../common/dependents/graph';
import type { ApiError } from '../../api/errors';
import { ErrorBoundary } from '../../components/error_boundary';
import { ErrorCallout, ErrorDetailsText, FailurePrompt } from '../../components/error_callout';
import { onDemand } from '../../components/on_demand';
import type { LoadFailure } from '../../components/on_demand';
import { useGraph, useIsSafeDeleteOff } from '../../queries';
import { DependencyTable } from './dependency_table';
import { graphWithoutSafeDelete } from './graph_view';
import { NodePanel } from './node_panel';

interface DependencyMapProps {
  modelId: string;
  modelName: string;
}

/** What a model needs and all that a delete of it reaches: as a map, and the same as a table. */
export function DependencyMap({ modelId, modelName }: DependencyMapProps) {
  const { data, error, isFetching, refetch } = useGraph(modelId);
  const isOff = useIsSafeDeleteOff();
  const graph = useMemo(() => (data && isOff ? graphWithoutSafeDelete(data) : data), [data, isOff]);
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

/** The map, once the code that draws it is there; the table doesn't wait for it. */
function MapDrawing(props: MapProps) {
  return (
    <ErrorBoundary instead={(_error, retry) => <NoMap error={{}} retry={retry} />}>
      <MapCanvas {...props} />
    </ErrorBoundary>
  );
}

/** The code that draws the map, loaded when a map is opened for the first time. */
const MapCanvas = onDemand<MapProps>(async () => (await import('./map_canvas')).MapCanvas, {
  loading: () => <EuiLoadingContent lines={8} data-test-subj="mapLoading" />,
  failed: (_props, failure) => <NoMap {...failure} />,
});

function NoMap({ error, retry }: LoadFailure) {
  return (
    <ErrorCallout
      role="alert"
      data-test-subj="mapDrawingError"
      title={i18n.translate('mlModels.map.drawing.failed', {
        defaultMessage: 'Couldn’t draw the map. The table below has the same content.',
      })}
      error={error}
      onRetry={retry}
    />
  );
}

interface MapFailureProps {
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of a map whose graph could not be read. */
function MapFailure({ error, ...retry }: MapFailureProps) {
  return (
    <FailurePrompt
      {...retry}
      title={i18n.translate('mlModels.map.failed', {
        defaultMessage: 'Couldn’t read the dependents of the model',
      })}
      iconType="alert"
      data-test-subj="mapError"
    >
      <ErrorDetailsText error={error} />
    </FailurePrompt>
  );
}

/** What the map is drawn from, and what gets to know what is chosen on it. */
export interface MapProps {
  graph: Graph;
  modelId: string;
  modelName: string;
  /** The key of the node whose panel is open. */
  chosen: string | null;
  onChoose(key: string): void;
}
