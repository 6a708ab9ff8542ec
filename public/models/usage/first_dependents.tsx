import React from 'react';
import { EuiButtonEmpty, EuiLoadingContent, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent, Enforcement } from '../../../common/dependents';
import { ENFORCEMENTS, strongestEnforcement } from '../../../common/dependents/enforcement';
import { AppLink, retryWords, SaidWords } from '../../components';
import { kindName } from '../../dependents';
import { useAddresses } from '../../services';
import { useReview } from '../use_review';

const SHOWN = 5;

function sorted(dependents: readonly Dependent[]): Dependent[] {
  const rank = ({ references }: Dependent) =>
    ENFORCEMENTS.indexOf(strongestEnforcement(references));
  return [...dependents].sort((one, other) => rank(one) - rank(other));
}

/** The first few that use a model by name, what blocks its delete first. Read when it is opened. */
export function FirstDependents({ modelId }: { modelId: string }) {
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
      <EuiText size="s" data-test-subj="usedByError">
        <SaidWords said={error} />
        <EuiButtonEmpty
          size="xs"
          flush="left"
          isLoading={isFetching}
          onClick={() => void refetch()}
        >
          {retryWords()}
        </EuiButtonEmpty>
      </EuiText>
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
