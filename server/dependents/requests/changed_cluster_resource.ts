import { i18n } from '@osd/i18n';
import { resourcePath } from '../../cluster';
import { withAnotherModel } from './another_model';
import { anotherModelWords } from './change_words';
import type { PlacedDependence, Removal } from './removal';

/** The script with the ID of another model in its text. */
export function changedScript({ kind, id, definition, modelId }: PlacedDependence): Removal {
  return {
    request: {
      comments: [anotherModelWords()],
      method: 'PUT',
      path: resourcePath(kind, id),
      body: { script: withAnotherModel(definition, modelId) },
    },
  };
}

/** The setting without a value in the scopes that name the model. */
export function changedSetting({ id, places }: PlacedDependence): Removal {
  const scopes = new Set(places.map(([scope]) => String(scope)));
  if (scopes.has('defaults')) {
    return {
      whyNot: i18n.translate('mlModels.requests.settingOfNode', {
        defaultMessage: 'The setting is in the nodes’ opensearch.yml: change it there.',
      }),
    };
  }
  return {
    request: {
      method: 'PUT',
      path: '/_cluster/settings',
      body: Object.fromEntries([...scopes].map((scope) => [scope, { [id]: null }])),
    },
  };
}
