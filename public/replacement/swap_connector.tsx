import React, { useMemo, useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiCallOut,
  EuiCheckbox,
  EuiFieldSearch,
  EuiRadio,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { SwapAnswer } from '../../common/contracts/replacement';
import type { ConnectorCandidate } from '../../common/replacement/fit';
import type { ApiError } from '../api/errors';
import { Clamped } from '../components/clamped';
import { ErrorCallout, ReadPart } from '../components/error_callout';
import { nameLabel } from '../labels/model_labels';
import { useConnectors } from '../queries';
import { useServices } from '../services/services';
import { FitList } from './fit_list';
import { useSearchPage } from './use_search_page';

interface SwapConnectorProps {
  modelId: string;
  /** The model has another connector now. */
  onSwapped(): void;
}

/** The other way: another connector behind the model's ID, and nothing that uses it changes. */
export function SwapConnector({ modelId, onSwapped }: SwapConnectorProps) {
  const { text, setText, query: asked, tablePages } = useSearchPage();
  const [chosen, setChosen] = useState<ConnectorCandidate | null>(null);
  const query = useConnectors(modelId, asked);
  const columns = useMemo(() => connectorColumns(chosen?.id ?? null, setChosen), [chosen]);
  const label = i18n.translate('mlModels.swap.search', {
    defaultMessage: 'Search by name or ID',
  });
  return (
    <ReadPart
      query={query}
      failedText={i18n.translate('mlModels.swap.failed', {
        defaultMessage: 'Couldn’t read the connectors.',
      })}
      data-test-subj="connectors"
    >
      {({ connectors, total, why_not: whyNot }) =>
        whyNot !== undefined ? (
          <EuiCallOut size="s" iconType="iInCircle" title={whyNot} data-test-subj="notSwappable" />
        ) : (
          <>
            <EuiFieldSearch
              compressed
              fullWidth
              placeholder={label}
              aria-label={label}
              value={text}
              onChange={({ target }) => setText(target.value)}
              data-test-subj="searchConnectors"
            />
            <EuiSpacer size="s" />
            <EuiBasicTable
              items={connectors}
              itemId="id"
              columns={columns}
              loading={query.isFetching}
              rowProps={({ id }: ConnectorCandidate) => ({ 'data-test-subj': `connector-${id}` })}
              {...tablePages<ConnectorCandidate>(total)}
              noItemsMessage={i18n.translate('mlModels.swap.none', {
                defaultMessage: 'No other connector matches',
              })}
              tableCaption={i18n.translate('mlModels.swap.caption', {
                defaultMessage: 'Connectors that the model could use, best fits first',
              })}
            />
            <EuiSpacer size="m" />
            <Swap
              // a consent is for one connector
              key={chosen?.id ?? ''}
              modelId={modelId}
              chosen={chosen}
              onSwapped={() => {
                void query.refetch();
                onSwapped();
              }}
            />
          </>
        )
      }
    </ReadPart>
  );
}

function connectorColumns(
  chosen: string | null,
  onChoose: (connector: ConnectorCandidate) => void
): EuiBasicTableColumn<ConnectorCandidate>[] {
  return [
    {
      name: nameLabel(),
      width: '35%',
      render: (connector: ConnectorCandidate) => (
        <div>
          <EuiRadio
            id={`connector-${connector.id}`}
            name="connector"
            label={<Clamped>{connector.name}</Clamped>}
            checked={chosen === connector.id}
            disabled={!connector.allowed}
            onChange={() => onChoose(connector)}
          />
          <EuiText size="xs" color="subdued">
            <span className="eui-textBreakAll">{connector.id}</span>
          </EuiText>
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.swap.fit', { defaultMessage: 'Fit' }),
      render: ({ fit, reason }: ConnectorCandidate) => (
        <div>
          {reason !== undefined && (
            <EuiText size="s">
              <p>
                <strong>{reason}</strong>
              </p>
            </EuiText>
          )}
          {/* the model's own state stays as it is */}
          <FitList fit={fit.filter(({ check }) => check !== 'deployed' && check !== 'enabled')} />
        </div>
      ),
    },
  ];
}

interface SwapProps {
  modelId: string;
  chosen: ConnectorCandidate | null;
  onSwapped(): void;
}

/** What the swap means, the consent that it needs, and what became of it. */
function Swap({ modelId, chosen, onSwapped }: SwapProps) {
  const { api } = useServices();
  const [isAgreed, setAgreed] = useState(false);
  const { mutate, data, error, isLoading } = useMutation<SwapAnswer, ApiError, ConnectorCandidate>({
    mutationFn: ({ id, fingerprint, mixes_vectors: mixes }) =>
      api.swapConnector(modelId, {
        connector_id: id,
        fingerprint,
        ...(mixes && { accept: ['mixed_vectors'] }),
      }),
    onSuccess: onSwapped,
  });
  if (data) {
    return (
      <EuiCallOut
        size="s"
        role="status"
        color="success"
        iconType="check"
        data-test-subj="swapped"
        title={i18n.translate('mlModels.swap.done', {
          defaultMessage: 'The model has the connector {after} now. To go back, swap to {before}.',
          values: { before: data.before, after: data.after },
        })}
      />
    );
  }
  const needsConsent = chosen?.mixes_vectors === true;
  return (
    <>
      {needsConsent && (
        <>
          <EuiCallOut
            size="s"
            color="warning"
            iconType="alert"
            title={i18n.translate('mlModels.swap.mixed', {
              defaultMessage: 'The weights aren’t known to be the same',
            })}
          >
            <EuiText size="s">
              <p>
                {i18n.translate('mlModels.swap.mixedMeaning', {
                  defaultMessage:
                    'Documents keep the vectors from before the swap. Until they are embedded again, searches compare them with vectors of the other model and find the wrong documents.',
                })}
              </p>
            </EuiText>
            <EuiSpacer size="s" />
            <EuiCheckbox
              id="agreeToSwap"
              label={i18n.translate('mlModels.swap.agree', {
                defaultMessage: 'I understand this for every index that the model embeds for.',
              })}
              checked={isAgreed}
              onChange={({ target }) => setAgreed(target.checked)}
            />
          </EuiCallOut>
          <EuiSpacer size="s" />
        </>
      )}
      {error && (
        <>
          <ErrorCallout
            role="alert"
            title={i18n.translate('mlModels.swap.notSwapped', {
              defaultMessage: 'Couldn’t swap the connector.',
            })}
            error={error}
          />
          <EuiSpacer size="s" />
        </>
      )}
      <EuiButton
        fill
        size="s"
        isLoading={isLoading}
        isDisabled={chosen === null || (needsConsent && !isAgreed)}
        onClick={() => chosen && mutate(chosen)}
        data-test-subj="swapConnector"
      >
        {i18n.translate('mlModels.swap.run', { defaultMessage: 'Swap the connector' })}
      </EuiButton>
    </>
  );
}
