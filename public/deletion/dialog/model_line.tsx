import React from 'react';
import { EuiCode, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import type { Model } from '../../../common/models';

/** Which model it is: id, group and version. */
export function ModelLine({ model }: { model: Model }) {
  const id = <EuiCode className="eui-textBreakWord">{model.id}</EuiCode>;
  return (
    <EuiText size="s" color="subdued">
      <p>
        {model.model_group ? (
          <FormattedMessage
            id="mlModels.delete.modelInGroup"
            defaultMessage="{id} · group {group} · version {version}"
            values={{ id, group: model.model_group.name, version: model.version }}
          />
        ) : (
          <FormattedMessage
            id="mlModels.delete.modelWithoutGroup"
            defaultMessage="{id} · no group · version {version}"
            values={{ id, version: model.version }}
          />
        )}
      </p>
    </EuiText>
  );
}
