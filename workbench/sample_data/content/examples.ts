import type { ModelKey } from './models';

/** Which model of the sample data shows what, for people and for tests. */
export const sampleExamples = {
  /** Deployed, and nothing uses it: undeploy, then delete. */
  deployed_and_unused: 'catalog-embeddings-3',
  /** Not deployed, nothing uses it, other versions stay in its group. */
  unused: 'catalog-embeddings-1',
  /** The only version in its group, not deployed, free. */
  last_of_its_group: 'translation-de-en',
  /** One ingest pipeline, inside a foreach; two pipelines and an index stand behind it. */
  blocked_by_ingest_pipeline: 'ticket-language-detector',
  /** One search pipeline. */
  blocked_by_search_pipeline: 'knowledge-base-rerank',
  /** One agent's tool; two further agents stand behind it. */
  blocked_by_agent: 'ticket-summarizer',
  /** Two ingest pipelines, one search pipeline and an agent. */
  blocked_by_several: 'support-embeddings-2',
  /** The llm of an agent, where ML Commons doesn't look. */
  breaks_agent_llm: 'assistant-llm-large',
  /** A neural_query_enricher, where ML Commons doesn't look. */
  breaks_query_enricher: 'sparse-query-tokenizer',
  /** The guardrail of another model, where ML Commons doesn't look. */
  breaks_guardrail: 'prompt-guard',
  /** Its id stands where we know no meaning for it. */
  possible_reference: 'similar-items-embeddings',
  /** Deployed, with references that block and references that break. */
  deployed_and_in_use: 'assistant-llm-2',
} as const satisfies Record<string, ModelKey>;
