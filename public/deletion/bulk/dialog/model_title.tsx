import React from 'react';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../../common/models';

/** A model by its name, version and id: names alone are not unique. */
export function ModelTitle({ model: { id, name, version } }: { model: Model }) {
  return (
    <span className="eui-textBreakWord">
      <strong>{name}</strong>{' '}
      {i18n.translate('mlModels.deleteMany.versionAndId', {
        defaultMessage: '· version {version} · {id}',
        values: { version, id },
      })}
    </span>
  );
}
