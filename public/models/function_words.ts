import { i18n } from '@osd/i18n';

/** The functions that ML Commons names (FunctionName), read when asked for. */
const WORDS = new Map<string, () => string>(
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

/** What a model does, in words; a function without words of ours as ML Commons calls it. */
export function functionWords(functionName: string): string {
  const words = WORDS.get(functionName);
  return words ? words() : functionName;
}
