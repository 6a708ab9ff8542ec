import React from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { EuiHighlight, EuiIcon, EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../common/models/model';
import { APP_ID } from '../../common/plugin';
import { createApi } from '../api/client';
import { isPlainClick } from '../components/app_link';
import type { CoreStart } from '../platform/types';
import { dataSourceIn, modelPageAddress } from '../services/addresses';

/** So many are found at most: the list has the others. */
const MAX_FOUND = 5;

/** A letter finds everything. */
const MIN_LENGTH = 2;

/**
 * The models whose name or ID has a text, as links for the platform's header search; of the data
 * source that the page's address names, else of the local cluster. @throws ApiError, which the platform
 * leaves out.
 */
export async function searchModels(
  services: Promise<readonly [Pick<CoreStart, 'http' | 'application'>, ...unknown[]]>,
  hasDataSources: boolean,
  text: string,
  onOpen?: () => void,
  signal?: AbortSignal
): Promise<ReactNode[]> {
  const wanted = text.trim();
  if (wanted.length < MIN_LENGTH) return [];
  const [{ http, application }] = await services;
  const named = dataSourceIn(window.location.search);
  const { models } = await createApi(http, named || undefined).listModels(
    { search: wanted, size: MAX_FOUND },
    signal
  );
  // without a name the page would show the default data source
  const dataSource = named ?? (hasDataSources ? '' : null);
  return models.map((model) => {
    const { pathname, search: query } = modelPageAddress(model.id, dataSource);
    const path = pathname + query;
    return (
      <FoundModel
        key={model.id}
        model={model}
        text={wanted}
        href={application.getUrlForApp(APP_ID, { path })}
        onOpen={() => {
          void application.navigateToApp(APP_ID, { path });
          onOpen?.();
        }}
      />
    );
  });
}

interface FoundModelProps {
  model: Model;
  text: string;
  href: string;
  onOpen(): void;
}

function FoundModel({ model: { id, name, version }, text, href, onOpen }: FoundModelProps) {
  return (
    <EuiLink
      href={href}
      data-test-subj={`foundModel-${id}`}
      onClick={(event: MouseEvent) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <EuiIcon type="machineLearningApp" size="s" />{' '}
      <EuiHighlight search={text}>
        {i18n.translate('mlModels.search.found', {
          defaultMessage: 'Model {name}{version, select, none {} other {, version {version}}}',
          values: { name, version: version || 'none' },
        })}
      </EuiHighlight>
    </EuiLink>
  );
}
