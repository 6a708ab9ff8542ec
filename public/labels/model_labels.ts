import { i18n } from '@osd/i18n';
import type { ModelNode } from '../../common/models/model';
import { MODEL_STATES } from '../../common/models/model_state';
import type { KnownModelState } from '../../common/models/model_state';

interface StateLook {
  label: string;
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

function look(color: StateLook['color'], label: string): StateLook {
  return { color, label };
}

/** How a state is shown; one that a later ML Commons came up with as it is. */
export function stateLook(state: string): StateLook {
  const known = MODEL_STATES.find((one) => one === state);
  return known ? LOOKS[known]() : { label: state, color: 'subdued' };
}

export function stateLabel(state: string): string {
  return stateLook(state).label;
}

/** The functions that ML Commons names (FunctionName), read when asked for. */
const LABELS = new Map<string, () => string>(
  Object.entries({
    REMOTE: () => i18n.translate('mlModels.function.remote', { defaultMessage: 'Remote' }),
    TEXT_EMBEDDING: () =>
      i18n.translate('mlModels.function.textEmbedding', { defaultMessage: 'Text embedding' }),
    SPARSE_ENCODING: () =>
      i18n.translate('mlModels.function.sparseEncoding', { defaultMessage: 'Sparse encoding' }),
    SPARSE_TOKENIZE: () =>
      i18n.translate('mlModels.function.sparseTokenize', { defaultMessage: 'Sparse tokenizer' }),
    TEXT_SIMILARITY: () =>
      i18n.translate('mlModels.function.textSimilarity', { defaultMessage: 'Text similarity' }),
    QUESTION_ANSWERING: () =>
      i18n.translate('mlModels.function.questionAnswering', {
        defaultMessage: 'Question answering',
      }),
    KMEANS: () => i18n.translate('mlModels.function.kmeans', { defaultMessage: 'K-means' }),
    LINEAR_REGRESSION: () =>
      i18n.translate('mlModels.function.linearRegression', { defaultMessage: 'Linear regression' }),
    LOGISTIC_REGRESSION: () =>
      i18n.translate('mlModels.function.logisticRegression', {
        defaultMessage: 'Logistic regression',
      }),
    AD_LIBSVM: () =>
      i18n.translate('mlModels.function.adLibsvm', {
        defaultMessage: 'Anomaly detection (libSVM)',
      }),
    FIT_RCF: () =>
      i18n.translate('mlModels.function.fitRcf', { defaultMessage: 'Random cut forest' }),
    BATCH_RCF: () =>
      i18n.translate('mlModels.function.batchRcf', { defaultMessage: 'Random cut forest (batch)' }),
    RCF_SUMMARIZE: () =>
      i18n.translate('mlModels.function.rcfSummarize', { defaultMessage: 'RCF summarize' }),
    ANOMALY_LOCALIZATION: () =>
      i18n.translate('mlModels.function.anomalyLocalization', {
        defaultMessage: 'Anomaly localization',
      }),
    METRICS_CORRELATION: () =>
      i18n.translate('mlModels.function.metricsCorrelation', {
        defaultMessage: 'Metrics correlation',
      }),
    AGENT: () => i18n.translate('mlModels.function.agent', { defaultMessage: 'Agent' }),
    CONNECTOR: () => i18n.translate('mlModels.function.connector', { defaultMessage: 'Connector' }),
    TOOL: () => i18n.translate('mlModels.function.tool', { defaultMessage: 'Tool' }),
  })
);

/** What a model does; a function that has no label here by its name in ML Commons. */
export function functionLabel(functionName: string): string {
  const label = LABELS.get(functionName);
  return label ? label() : functionName;
}

/** A node by its name, with the state that a model has on it. */
export function nodeLabel({ name, state }: ModelNode): string {
  return i18n.translate('mlModels.undeploy.node', {
    defaultMessage: '{name} ({state})',
    values: {
      name,
      state:
        state === null
          ? i18n.translate('mlModels.undeploy.noAnswer', { defaultMessage: 'no response' })
          : stateLabel(state),
    },
  });
}

/** Over the names of models in a table. */
export function nameLabel(): string {
  return i18n.translate('mlModels.column.name', { defaultMessage: 'Name' });
}

/** The title of the pages that list models. */
export function modelsTitle(): string {
  return i18n.translate('mlModels.page.title', { defaultMessage: 'Models' });
}
