import React, { useRef, useState } from 'react';
import {
  EuiButtonEmpty,
  EuiModal,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useOnClose } from '../../components/popover';
import { DependencyMap } from './dependency_map';

interface Props {
  modelId: string;
  modelName: string;
}

const WIDTH = { width: '92vw' };

/** Opens the map over the dialog or page that it is part of, which keeps its state. */
export function ShowMap({ modelId, modelName }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [titleId] = useState(htmlIdGenerator('showMap'));
  const openerRef = useRef<HTMLButtonElement>(null);
  // OUI's focus trap gives it to what had it when the trap became active, which may be nothing (a
  // browser in which a click on a button doesn't focus it): the dialog around would then take it
  useOnClose(isOpen, () => openerRef.current?.focus());
  return (
    <>
      <EuiButtonEmpty
        buttonRef={openerRef}
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
                  defaultMessage: 'Dependencies and dependents of “{name}”',
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
