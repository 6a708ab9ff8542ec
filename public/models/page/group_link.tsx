import React from 'react';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models';
import { AppLink } from '../../components';
import { useAddresses } from '../../services';
import { DEFAULT_LIST_STATE, writeListState } from '../list_state';

/** The group, which leads to the list of its models, and the version in it. */
export function GroupLink({ model: { model_group: group, version } }: { model: Model }) {
  const { list } = useAddresses();
  const versionWords = i18n.translate('mlModels.modelPage.version', {
    defaultMessage: 'version {version}',
    values: { version },
  });
  if (!group) return <span>{version && versionWords}</span>;
  const ofGroup = { ...DEFAULT_LIST_STATE, model_group_id: [group.id] };
  return (
    <span className="eui-textBreakWord">
      <AppLink to={{ ...list, search: writeListState(ofGroup, list.search) }}>{group.name}</AppLink>{' '}
      · {versionWords}
    </span>
  );
}
