import React, { useState } from 'react';
import { EuiButtonEmpty, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent } from '../../../common/dependents';
import { Popover, SaidWords } from '../../components';
import { RequestsMenu } from './requests_menu';
import { useDependentRequests } from './use_dependent_requests';

interface Props {
  dependent: Dependent;
  /** The model that it is to let go of. */
  modelId: string;
}

/** The ways in which a dependent is looked at and lets go of a model; read when they are opened. */
export function DependentActions({ dependent, modelId }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [copied, setCopied] = useState('');
  const { data, error, isFetching, refetch } = useDependentRequests(dependent, modelId, {
    enabled: isOpen,
  });
  const label = i18n.translate('mlModels.requests.of', {
    defaultMessage: 'Copy fix for {name}',
    values: { name: dependent.name },
  });
  return (
    <>
      <Popover
        aria-label={label}
        isOpen={isOpen}
        closePopover={() => setOpen(false)}
        panelPaddingSize={data && !isFetching ? 'none' : 's'}
        ownFocus
        button={
          <EuiButtonEmpty
            size="xs"
            iconType="arrowDown"
            iconSide="right"
            aria-label={label}
            aria-expanded={isOpen}
            onClick={() => {
              setCopied('');
              setOpen(!isOpen);
            }}
            data-test-subj={`dependentRequests-${dependent.kind}-${dependent.id}`}
          >
            {i18n.translate('mlModels.requests.button', { defaultMessage: 'Copy fix' })}
          </EuiButtonEmpty>
        }
      >
        {isFetching ? (
          <Loading />
        ) : data ? (
          <RequestsMenu
            requests={data.requests}
            onCopied={(words) => {
              setCopied(words);
              setOpen(false);
            }}
          />
        ) : (
          error && <Failed error={error} onRetry={() => void refetch()} />
        )}
      </Popover>{' '}
      <span role="status">{copied}</span>
    </>
  );
}

function Loading() {
  return (
    <EuiText size="s">
      <p role="status" tabIndex={-1}>
        <EuiLoadingSpinner size="s" />{' '}
        {i18n.translate('mlModels.requests.loading', { defaultMessage: 'Reading it …' })}
      </p>
    </EuiText>
  );
}

interface FailedProps {
  error: { message: string; cluster_message?: string };
  onRetry(): void;
}

function Failed({ error, onRetry }: FailedProps) {
  return (
    <>
      <EuiText size="s" role="alert" grow={false}>
        <SaidWords said={error} />
      </EuiText>
      <EuiButtonEmpty size="xs" flush="left" onClick={onRetry}>
        {i18n.translate('mlModels.requests.tryAgain', { defaultMessage: 'Try again' })}
      </EuiButtonEmpty>
    </>
  );
}
