import React from 'react';
import { EuiText } from '@elastic/eui';
import ReactDOM from 'react-dom';
import { i18n } from '@osd/i18n';
import { OLDEST_OPENSEARCH, PLUGIN_VERSION } from '../common/plugin';
import { DELETE_DOCUMENTATION } from './dependents/effects_help';
import { modelsTitle } from './labels/model_labels';
import type { HelpExtension } from './platform/types';

/** What the platform's help menu has of the application: documentation, version, limits. */
export function helpExtension(): HelpExtension {
  return {
    appName: modelsTitle(),
    links: [{ linkType: 'documentation', href: DELETE_DOCUMENTATION }],
    content: (element) => {
      ReactDOM.render(<VersionAndLimits />, element);
      return () => {
        ReactDOM.unmountComponentAtNode(element);
      };
    },
  };
}

function VersionAndLimits() {
  return (
    <EuiText size="xs" data-test-subj="helpOfModels">
      <p>
        {i18n.translate('mlModels.help.version', {
          defaultMessage: 'Version {version}, for OpenSearch {oldest} and later',
          values: { version: PLUGIN_VERSION, oldest: OLDEST_OPENSEARCH },
        })}
      </p>
      <p>
        {i18n.translate('mlModels.help.limits', {
          defaultMessage:
            'Limits: code outside the cluster, queries in documents, and saved objects of Dashboards may name a model and aren’t read. A change of the last second may be missing.',
        })}
      </p>
    </EuiText>
  );
}
