import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiLoadingContent } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DrawingBoundary } from './drawing_boundary';
import type { MapProps } from './map_props';
import { useDrawing } from './use_drawing';

/** The map, once the code that draws it is there; the table doesn't wait for it. */
export function MapDrawing(props: MapProps) {
  const { data: MapCanvas, isFetching, refetch } = useDrawing();
  if (MapCanvas) {
    return (
      <DrawingBoundary instead={<NoMap />}>
        <MapCanvas {...props} />
      </DrawingBoundary>
    );
  }
  if (isFetching) return <EuiLoadingContent lines={8} data-test-subj="mapLoading" />;
  return <NoMap onRetry={() => void refetch()} />;
}

function NoMap({ onRetry }: { onRetry?(): void }) {
  return (
    <EuiCallOut
      color="danger"
      iconType="alert"
      role="alert"
      data-test-subj="mapDrawingError"
      title={i18n.translate('mlModels.map.drawing.failed', {
        defaultMessage: 'The map could not be drawn. The table below says the same.',
      })}
    >
      {onRetry && (
        <EuiButtonEmpty size="xs" flush="left" onClick={onRetry}>
          {i18n.translate('mlModels.map.drawing.tryAgain', { defaultMessage: 'Try again' })}
        </EuiButtonEmpty>
      )}
    </EuiCallOut>
  );
}
