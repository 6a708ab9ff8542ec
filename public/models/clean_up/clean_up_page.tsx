import React from 'react';
import type { ComponentProps, ReactNode } from 'react';
import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { UsageAnswer } from '../../../common/contracts/models';
import type { Model } from '../../../common/models/model';
import { timesUsed, usageIn } from '../../../common/models/usage';
import type { UsageByModel } from '../../../common/models/usage';
import { isWholeCluster } from '../../api/errors';
import { ReadPart } from '../../components/error_callout';
import { DanglingReferences } from '../../dependents/dangling_references';
import { nameLabel } from '../../labels/model_labels';
import { useModels, useUsage } from '../../queries';
import { ModelName } from '../list/columns';
import { columnLabel } from '../list/list_view';
import { UsedBy } from '../list/usage_popover';
import { GroupLink } from '../page/model_header';
import { PageError } from '../page_error';
import { ListPage, usePageTitle } from '../page_frame';
import { useDeletions } from '../use_deletions';
import { Leftovers } from './leftovers';
import { TroubledModels } from './troubled_models';
import { UnusedModels } from './unused_models';

/** What can go from the whole cluster, what has broken already, and what to be careful with. */
export function CleanUpPage() {
  const { selection, deleteOne, deleteSelected, deleteMany, dialogs } = useDeletions();
  const title = i18n.translate('mlModels.cleanUp.title', { defaultMessage: 'Clean up' });
  usePageTitle(title);
  const usage = useUsage();
  return (
    <ListPage open="cleanUp" label={title} dialogs={dialogs} data-test-subj="cleanUpPage">
      <EuiSpacer size="l" />
      {usage.data === undefined && usage.error && isWholeCluster(usage.error) ? (
        // once, and not in each part
        <PageError
          error={usage.error}
          isRetrying={usage.isFetching}
          onRetry={() => void usage.refetch()}
        />
      ) : (
        <Parts
          unused={{ selection, onDelete: deleteOne, onDeleteMany: deleteSelected }}
          onDeleteMany={deleteMany}
        />
      )}
    </ListPage>
  );
}

interface PartsProps {
  unused: ComponentProps<typeof UnusedModels>;
  onDeleteMany(models: readonly Model[]): void;
}

function Parts({ unused, onDeleteMany }: PartsProps) {
  return (
    <>
      <section tabIndex={-1} aria-label={unusedTitle()}>
        <Part
          title={unusedTitle()}
          meaning={i18n.translate('mlModels.cleanUp.unusedMeaning', {
            defaultMessage:
              'Nothing in the cluster references these models. Models that were deployed longest ago are first. Programs outside the cluster that use a model by its ID can’t be checked.',
          })}
        >
          <UnusedModels {...unused} />
        </Part>
      </section>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.troubled', {
          defaultMessage: 'Models with a problem',
        })}
        meaning={i18n.translate('mlModels.cleanUp.troubledMeaning', {
          defaultMessage:
            'These models failed to deploy more than an hour ago, or have been deploying or registering for longer than that. Or ML Commons can’t read them.',
        })}
      >
        <TroubledModels onDelete={onDeleteMany} />
      </Part>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.leftovers', {
          defaultMessage: 'Unused connectors, empty groups, and remaining content',
        })}
        meaning={i18n.translate('mlModels.cleanUp.leftoversMeaning', {
          defaultMessage:
            'No model has these connectors, and no agent or other resource references them. The groups have no model, as after a failed registration. The content belongs to deleted models.',
        })}
      >
        <Leftovers />
      </Part>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.dangling', {
          defaultMessage: 'Broken references',
        })}
        meaning={i18n.translate('mlModels.cleanUp.danglingMeaning', {
          defaultMessage:
            'These resources reference a model that doesn’t exist. They fail when they are used.',
        })}
      >
        <DanglingReferences />
      </Part>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.mostUsed', {
          defaultMessage: 'Most used models',
        })}
        meaning={i18n.translate('mlModels.cleanUp.mostUsedMeaning', {
          defaultMessage: 'The models with the most dependents.',
        })}
      >
        <MostUsed />
      </Part>
    </>
  );
}

function unusedTitle(): string {
  return i18n.translate('mlModels.cleanUp.unused', { defaultMessage: 'Unused models' });
}

interface Props {
  title: string;
  /** What is in it, in a sentence or two. */
  meaning: string;
  children: ReactNode;
}

/** One part of the page. */
function Part({ title, meaning, children }: Props) {
  return (
    <EuiPanel hasBorder hasShadow={false}>
      <EuiTitle size="s">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{meaning}</p>
      </EuiText>
      <EuiSpacer size="m" />
      {children}
    </EuiPanel>
  );
}

const SHOWN = 10;

/** The models that most depends on, with what that is. */
export function MostUsed() {
  const usage = useUsage();
  return (
    <ReadPart query={usage} failedText={failedText()} data-test-subj="mostUsedModels">
      {(answer) => {
        const ids = mostUsed(answer.usage);
        return ids.length === 0 ? <NoneInUse /> : <MostUsedTable ids={ids} known={answer} />;
      }}
    </ReadPart>
  );
}

/** The ids of the models that are used most often, those first. */
function mostUsed(usage: UsageByModel): string[] {
  const times = (id: string) => timesUsed(usageIn(usage, id));
  return Object.keys(usage)
    .sort((one, other) => times(other) - times(one))
    .slice(0, SHOWN);
}

function NoneInUse() {
  return (
    <EuiText size="s">
      <p>{noneText()}</p>
    </EuiText>
  );
}

function MostUsedTable({ ids, known }: { ids: string[]; known: UsageAnswer }) {
  const query = useModels({ model_id: ids, size: SHOWN });
  return (
    <ReadPart query={query} failedText={failedText()} data-test-subj="mostUsedModelsTable">
      {({ models }) => (
        <EuiBasicTable
          items={[...models].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))}
          itemId="id"
          rowHeader="name"
          columns={columns(known)}
          tableCaption={i18n.translate('mlModels.mostUsed.caption', {
            defaultMessage: 'The most used models',
          })}
        />
      )}
    </ReadPart>
  );
}

function columns(known: UsageAnswer): EuiBasicTableColumn<Model>[] {
  const times = ({ id }: Model) => timesUsed(usageIn(known.usage, id));
  const most = Math.max(...Object.values(known.usage).map(timesUsed));
  return [
    {
      field: 'name',
      name: nameLabel(),
      width: '30%',
      render: (_: unknown, model: Model) => <ModelName model={model} />,
    },
    {
      field: 'model_group',
      name: columnLabel('model_group'),
      width: '25%',
      render: (_: unknown, model: Model) => <GroupLink model={model} />,
    },
    {
      field: 'usage',
      name: columnLabel('usage'),
      render: (_: unknown, model: Model) => (
        <EuiFlexGroup direction="column" gutterSize="none">
          <EuiFlexItem>
            <UsedBy model={model} usage={known} />
          </EuiFlexItem>
          <EuiFlexItem>
            {/* the words above it say the same */}
            <EuiProgress value={times(model)} max={most} size="xs" aria-hidden />
          </EuiFlexItem>
        </EuiFlexGroup>
      ),
    },
  ];
}

function noneText(): string {
  return i18n.translate('mlModels.mostUsed.none', {
    defaultMessage: 'No model in use found.',
  });
}

function failedText(): string {
  return i18n.translate('mlModels.mostUsed.failed', {
    defaultMessage: 'Couldn’t read the most used models.',
  });
}
