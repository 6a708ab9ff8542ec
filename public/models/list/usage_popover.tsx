import React, { useState } from 'react';
import {
  EuiBadge,
  EuiLink,
  EuiLoadingContent,
  EuiPopoverTitle,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent } from '../../../common/dependents/dependent';
import { ENFORCEMENTS, notChecked, strongestEnforcement } from '../../../common/dependents/verdict';
import type { Enforcement } from '../../../common/dependents/verdict';
import type { Model } from '../../../common/models/model';
import { usageIn } from '../../../common/models/usage';
import type { KnownUsage } from './known_usage';
import { AppLink } from '../../components/app_link';
import { ErrorCallout } from '../../components/error_callout';
import { Popover } from '../../components/popover';
import { kindName, usageLabel } from '../../labels/dependent_labels';
import { useReview } from '../../queries';
import { useAddresses } from '../../services/addresses';

interface Props {
  model: Model;
  usage: KnownUsage;
}

/** How many resources use a model. "Unused" is only said where everything was checked. */
export function UsedBy({ model, usage }: Props) {
  if (usage === undefined) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="usageLoading">
        …
      </EuiText>
    );
  }
  const label = usage && usageLabel(usageIn(usage.usage, model.id));
  if (label) return <Counts model={model} label={label} />;
  return usage && notChecked(usage.coverage).length === 0 ? (
    <EuiText size="s" color="subdued">
      {i18n.translate('mlModels.usage.unused', { defaultMessage: 'Unused' })}
    </EuiText>
  ) : (
    <EuiBadge color="warning">
      {i18n.translate('mlModels.usage.notChecked', { defaultMessage: 'Not checked' })}
    </EuiBadge>
  );
}

/** The counts, which name the first few when they are pressed. */
function Counts({ model, label }: { model: Model; label: string }) {
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
        // a link's words go on in the next line where the column is narrow
        <EuiLink
          data-test-subj={`usedBy-${model.id}`}
          aria-label={i18n.translate('mlModels.usage.open', {
            defaultMessage: '{words}: show what uses {name}',
            values: { words: label, name: model.name },
          })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {label}
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

function sorted(dependents: readonly Dependent[]): Dependent[] {
  const rank = ({ references }: Dependent) =>
    ENFORCEMENTS.indexOf(strongestEnforcement(references));
  return [...dependents].sort((one, other) => rank(one) - rank(other));
}

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
  const { dependents, safe_delete: safeDelete } = data;
  const isOn = safeDelete.enabled === true;
  const more = dependents.length - SHOWN;
  return (
    <EuiText size="s" data-test-subj="usedByNames">
      <ul>
        {sorted(dependents)
          .slice(0, SHOWN)
          .map(({ kind, id, name, references }) => (
            <li key={`${kind} ${id}`} className="eui-textBreakWord">
              {lineOf(kindName(kind), name, strongestEnforcement(references), isOn)}
            </li>
          ))}
      </ul>
      {dependents.length === 0 && (
        <p>
          {i18n.translate('mlModels.usage.noneAnyMore', {
            defaultMessage: 'Nothing uses it any more.',
          })}
        </p>
      )}
      {dependents.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <AppLink to={modelPage(modelId, 'dependents')} data-test-subj="usedByAll">
            {more > 0
              ? i18n.translate('mlModels.usage.more', {
                  defaultMessage: 'See all: {more} more',
                  values: { more },
                })
              : i18n.translate('mlModels.usage.details', {
                  defaultMessage: 'See where its ID stands',
                })}
          </AppLink>
        </>
      )}
    </EuiText>
  );
}

/** Nothing blocks a delete unless safe delete is on. */
function lineOf(kind: string, name: string, enforcement: Enforcement, isOn: boolean): string {
  const values = { kind, name };
  switch (enforcement) {
    case 'blocks':
      return isOn
        ? i18n.translate('mlModels.usage.blocksLine', {
            defaultMessage: '{kind} “{name}” blocks the delete',
            values,
          })
        : i18n.translate('mlModels.usage.blocksLineOff', {
            defaultMessage: '{kind} “{name}” would break: only safe delete would stop it',
            values,
          });
    case 'breaks':
      return i18n.translate('mlModels.usage.breaksLine', {
        defaultMessage: '{kind} “{name}” would break',
        values,
      });
    case 'possible':
      return i18n.translate('mlModels.usage.possibleLine', {
        defaultMessage: '{kind} “{name}” may use it',
        values,
      });
  }
}
