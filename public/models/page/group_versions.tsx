import React from 'react';
import { EuiBasicTable, EuiHealth, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { AppLink } from '../../components/app_link';
import { Clamped } from '../../components/clamped';
import { ReadPart } from '../../components/error_callout';
import { nameLabel, stateLook } from '../../labels/model_labels';
import { useModels, useReview, useUsage } from '../../queries';
import { useAddresses } from '../../services/addresses';
import { DEFAULT_LIST_STATE, listQuery } from '../list/list_state';
import { usageOfPage } from '../list/known_usage';
import type { KnownUsage } from '../list/known_usage';
import { columnLabel } from '../list/list_view';
import { UsedBy } from '../list/usage_popover';
import { GroupLink } from './model_header';

interface Props {
  model: Model;
  group: NonNullable<Model['model_group']>;
}

const SHOWN = 50;

/** The versions of the model's group, the newest first, each with its state and its use. */
export function GroupVersions({ model, group }: Props) {
  const query = listQuery({
    ...DEFAULT_LIST_STATE,
    model_group_id: [group.id],
    sort_field: 'version',
    sort_order: 'desc',
    size: SHOWN,
  });
  const read = useModels(query);
  // the verdict comes first: usage takes the server as long as a review
  const { isLoading } = useReview(model.id, { enabled: false });
  const usage = usageOfPage(read.data, useUsage({ enabled: !isLoading }));
  return (
    <EuiPanel hasBorder hasShadow={false} data-test-subj="groupVersions">
      <EuiTitle size="xs">
        <h2 className="eui-textBreakWord">
          {i18n.translate('mlModels.overview.versions', {
            defaultMessage: 'Versions in group “{name}”',
            values: { name: group.name },
          })}
        </h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <ReadPart query={read} failedText={failedText()} data-test-subj="groupVersionsRead">
        {({ models, total }) => (
          <>
            <EuiBasicTable
              items={models}
              rowHeader="name"
              columns={columns(model.id, usage)}
              tableCaption={i18n.translate('mlModels.overview.versionsCaption', {
                defaultMessage: 'Versions of the group',
              })}
            />
            {total > models.length && (
              <EuiText size="s">
                <GroupLink model={model} />
              </EuiText>
            )}
          </>
        )}
      </ReadPart>
    </EuiPanel>
  );
}

function columns(modelId: string, usage: KnownUsage) {
  return [
    {
      field: 'version',
      name: i18n.translate('mlModels.overview.column.version', { defaultMessage: 'Version' }),
      width: '15%',
    },
    {
      field: 'name',
      name: nameLabel(),
      render: (_: unknown, version: Model) => (
        <VersionName version={version} isThis={version.id === modelId} />
      ),
    },
    {
      field: 'state',
      name: columnLabel('state'),
      render: (state: string) => {
        const { label, color } = stateLook(state);
        return <EuiHealth color={color}>{label}</EuiHealth>;
      },
    },
    {
      field: 'usage',
      name: columnLabel('usage'),
      render: (_: unknown, version: Model) => <UsedBy model={version} usage={usage} />,
    },
  ];
}

function VersionName({ version, isThis }: { version: Model; isThis: boolean }) {
  const { modelPage } = useAddresses();
  if (!isThis) {
    return (
      <AppLink to={modelPage(version.id)}>
        <Clamped>{version.name}</Clamped>
      </AppLink>
    );
  }
  return (
    <strong>
      <Clamped>
        {i18n.translate('mlModels.overview.thisVersion', {
          defaultMessage: '{name} (this model)',
          values: { name: version.name },
        })}
      </Clamped>
    </strong>
  );
}

function failedText(): string {
  return i18n.translate('mlModels.overview.versionsFailed', {
    defaultMessage: 'Couldn’t read the versions of the group.',
  });
}
