import React, { useState } from 'react';
import {
  EuiBadge,
  EuiBadgeGroup,
  EuiLink,
  EuiLoadingContent,
  EuiPopoverTitle,
  EuiScreenReaderOnly,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../../common/dependents/kinds';
import { notChecked } from '../../../common/dependents/verdict';
import type { Enforcement } from '../../../common/dependents/verdict';
import type { Model } from '../../../common/models/model';
import { usageIn, withoutSafeDelete } from '../../../common/models/usage';
import type { KnownUsage } from './known_usage';
import { AppLink } from '../../components/app_link';
import { ErrorCallout } from '../../components/error_callout';
import { Popover } from '../../components/popover';
import { dependentRows } from '../../dependents/dependent_rows';
import { OriginSentences } from '../../dependents/origin_sentences';
import { ENFORCEMENT_BADGES, kindName, usageCounts } from '../../labels/dependent_labels';
import type { UsageCount } from '../../labels/dependent_labels';
import { useIsSafeDeleteOff, useReview } from '../../queries';
import { useAddresses } from '../../services/addresses';

interface Props {
  model: Model;
  usage: KnownUsage;
}

/** How many resources use a model. "Unused" is only said where everything was checked. */
export function UsedBy({ model, usage }: Props) {
  const isOff = useIsSafeDeleteOff();
  if (usage === undefined) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="usageLoading">
        …
      </EuiText>
    );
  }
  const found = usageIn(usage?.usage ?? {}, model.id);
  const counts = usageCounts(isOff ? withoutSafeDelete(found) : found);
  if (counts.length > 0) return <Counts model={model} counts={counts} />;
  return usage && notChecked(usage.coverage).length === 0 ? (
    <EuiText size="s" color="subdued">
      {i18n.translate('mlModels.usage.unused', { defaultMessage: 'Unused' })}
    </EuiText>
  ) : (
    <EuiBadge iconType="questionInCircle">
      {i18n.translate('mlModels.usage.notChecked', { defaultMessage: 'Not checked' })}
    </EuiBadge>
  );
}

/** The counts as badges, which name the first few when they are pressed. */
function Counts({ model, counts }: { model: Model; counts: readonly UsageCount[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const title = i18n.translate('mlModels.usage.title', {
    defaultMessage: 'What uses {name}',
    values: { name: model.name },
  });
  return (
    <Popover
      aria-label={title}
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      anchorPosition="downLeft"
      panelPaddingSize="s"
      button={
        <EuiLink data-test-subj={`usedBy-${model.id}`} onClick={() => setIsOpen(!isOpen)}>
          <EuiBadgeGroup gutterSize="xs">
            {counts.map(({ enforcement, label }) => (
              <EuiBadge key={enforcement} {...ENFORCEMENT_BADGES[enforcement]}>
                {label}
              </EuiBadge>
            ))}
          </EuiBadgeGroup>
          <EuiScreenReaderOnly>
            <span>
              {i18n.translate('mlModels.usage.open', {
                defaultMessage: 'Show what uses {name}',
                values: { name: model.name },
              })}
            </span>
          </EuiScreenReaderOnly>
        </EuiLink>
      }
    >
      <EuiPopoverTitle paddingSize="s">
        <span className="eui-textBreakWord">{title}</span>
      </EuiPopoverTitle>
      <FirstDependents modelId={model.id} />
    </Popover>
  );
}

const SHOWN = 5;

/** The first few that use a model by name, what blocks its delete first. Read when it is opened. */
function FirstDependents({ modelId }: { modelId: string }) {
  return (
    <div role="status">
      <Names modelId={modelId} />
    </div>
  );
}

function Names({ modelId }: { modelId: string }) {
  const { data, error, isFetching, refetch } = useReview(modelId);
  const { modelPage } = useAddresses();
  if (!data) {
    if (!error) return <EuiLoadingContent lines={3} />;
    return (
      <ErrorCallout
        data-test-subj="usedByError"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  const { dependents } = data;
  const more = dependents.length - SHOWN;
  return (
    <EuiText size="s" data-test-subj="usedByNames">
      <ul>
        {dependentRows(data)
          .slice(0, SHOWN)
          .map(({ dependent, effect }) => (
            <li key={nodeKey(dependent)} className="eui-textBreakWord">
              {lineOf(kindName(dependent.kind), dependent.name, effect)}
            </li>
          ))}
      </ul>
      {dependents.length === 0 && (
        <p>
          {i18n.translate('mlModels.usage.noneAnyMore', {
            defaultMessage: 'Nothing uses this model any more.',
          })}
        </p>
      )}
      <OriginSentences review={data} />
      {dependents.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <AppLink to={modelPage(modelId, 'dependents')} data-test-subj="usedByAll">
            {more > 0
              ? i18n.translate('mlModels.usage.more', {
                  defaultMessage: 'View all ({more} more)',
                  values: { more },
                })
              : i18n.translate('mlModels.usage.details', {
                  defaultMessage: 'View references',
                })}
          </AppLink>
        </>
      )}
    </EuiText>
  );
}

function lineOf(kind: string, name: string, effect: Enforcement): string {
  const values = { kind, name };
  switch (effect) {
    case 'blocks':
      return i18n.translate('mlModels.usage.blocksLine', {
        defaultMessage: '{kind} “{name}” blocks the delete',
        values,
      });
    case 'breaks':
      return i18n.translate('mlModels.usage.breaksLine', {
        defaultMessage: '{kind} “{name}” would break',
        values,
      });
    case 'possible':
      return i18n.translate('mlModels.usage.possibleLine', {
        defaultMessage: '{kind} “{name}” might break',
        values,
      });
  }
}
