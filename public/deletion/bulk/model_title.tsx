import React from 'react';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { formatList } from '../../components/format_list';

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

/** Gives the name of a model of the selection. */
export type NameOf = (modelId: string) => string;

/** “one”, “another” */
export function namesText(modelIds: readonly string[], nameOf: NameOf): string {
  return formatList(
    modelIds.map((id) =>
      i18n.translate('mlModels.deleteMany.quoted', {
        defaultMessage: '“{name}”',
        values: { name: nameOf(id) },
      })
    )
  );
}
