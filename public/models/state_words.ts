import { i18n } from '@osd/i18n';
import type { KnownModelState } from '../../common/models';
import { MODEL_STATES } from '../../common/models/model_state';

interface StateLook {
  words: string;
  /** The tone of its `EuiHealth`. */
  color: 'success' | 'warning' | 'danger' | 'primary' | 'subdued';
}

/** Read when asked for, since the platform may change the language after this module loaded. */
const LOOKS: Record<KnownModelState, () => StateLook> = {
  TRAINED: () =>
    look('subdued', i18n.translate('mlModels.state.trained', { defaultMessage: 'Trained' })),
  REGISTERING: () =>
    look(
      'primary',
      i18n.translate('mlModels.state.registering', { defaultMessage: 'Registering' })
    ),
  REGISTERED: () =>
    look('subdued', i18n.translate('mlModels.state.registered', { defaultMessage: 'Registered' })),
  DEPLOYING: () =>
    look('primary', i18n.translate('mlModels.state.deploying', { defaultMessage: 'Deploying' })),
  DEPLOYED: () =>
    look('success', i18n.translate('mlModels.state.deployed', { defaultMessage: 'Deployed' })),
  PARTIALLY_DEPLOYED: () =>
    look(
      'warning',
      i18n.translate('mlModels.state.partiallyDeployed', { defaultMessage: 'Partially deployed' })
    ),
  UNDEPLOYED: () =>
    look('subdued', i18n.translate('mlModels.state.undeployed', { defaultMessage: 'Undeployed' })),
  DEPLOY_FAILED: () =>
    look(
      'danger',
      i18n.translate('mlModels.state.deployFailed', { defaultMessage: 'Deploy failed' })
    ),
  UPLOADING: () =>
    look('primary', i18n.translate('mlModels.state.uploading', { defaultMessage: 'Uploading' })),
  UPLOADED: () =>
    look('subdued', i18n.translate('mlModels.state.uploaded', { defaultMessage: 'Uploaded' })),
  LOADING: () =>
    look('primary', i18n.translate('mlModels.state.loading', { defaultMessage: 'Loading' })),
  LOADED: () =>
    look('success', i18n.translate('mlModels.state.loaded', { defaultMessage: 'Loaded' })),
  PARTIALLY_LOADED: () =>
    look(
      'warning',
      i18n.translate('mlModels.state.partiallyLoaded', { defaultMessage: 'Partially loaded' })
    ),
  UNLOADED: () =>
    look('subdued', i18n.translate('mlModels.state.unloaded', { defaultMessage: 'Unloaded' })),
  LOAD_FAILED: () =>
    look('danger', i18n.translate('mlModels.state.loadFailed', { defaultMessage: 'Load failed' })),
};

function look(color: StateLook['color'], words: string): StateLook {
  return { color, words };
}

/** How a state is shown; one that a later ML Commons came up with as it is. */
export function stateLook(state: string): StateLook {
  const known = MODEL_STATES.find((one) => one === state);
  return known ? LOOKS[known]() : { words: state, color: 'subdued' };
}

export function stateWords(state: string): string {
  return stateLook(state).words;
}
