import React, { useState } from 'react';
import {
  EuiButtonEmpty,
  EuiModal,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DependencyMap } from './dependency_map';

interface Props {
  modelId: string;
  modelName: string;
}

const WIDTH = { width: '92vw' };

/** Opens the map over whatever it stands in, such as a dialog, which stays as it is. */
export function ShowMap({ modelId, modelName }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [titleId] = useState(htmlIdGenerator('showMap'));
  return (
    <>
      <EuiButtonEmpty
        size="s"
        flush="left"
        iconType="graphApp"
        onClick={() => setOpen(true)}
        data-test-subj="showMap"
      >
        {i18n.translate('mlModels.map.show', { defaultMessage: 'Show map' })}
      </EuiButtonEmpty>
      {isOpen && (
        <EuiModal
          role="dialog"
          aria-modal
          aria-labelledby={titleId}
          maxWidth={false}
          style={WIDTH}
          onClose={() => setOpen(false)}
          data-test-subj="mapModal"
        >
          <EuiModalHeader>
            <EuiModalHeaderTitle>
              <h2 id={titleId} className="eui-textBreakWord">
                {i18n.translate('mlModels.map.modalTitle', {
                  defaultMessage: 'What “{name}” needs and what uses it',
                  values: { name: modelName },
                })}
              </h2>
            </EuiModalHeaderTitle>
          </EuiModalHeader>
          <EuiModalBody>
            <DependencyMap modelId={modelId} modelName={modelName} />
          </EuiModalBody>
        </EuiModal>
      )}
    </>
  );
}
