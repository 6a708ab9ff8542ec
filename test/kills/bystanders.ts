import {
  makeAgent,
  makeConversationalAgent,
  makeEnricherPipeline,
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
  type MadeModel,
} from '../cluster/fixtures';
import { tell } from '../cluster/opensearch';

/** Models that stay, one of them deployed, with everything that uses them. */
export async function makeBystanders(): Promise<MadeModel> {
  const used = await makeModel();
  const deployed = await makeModel({ deploy: true });
  const pipeline = await makeIngestPipeline(used.id);
  await makeSearchPipeline(used.id);
  await makeEnricherPipeline(deployed.id);
  await makeAgent(used.id);
  await makeConversationalAgent(deployed.id);
  await tell('PUT', '/kills-docs', {
    settings: { 'index.default_pipeline': pipeline, number_of_replicas: 0 },
    aliases: { 'kills-alias': {} },
  });
  await tell('PUT', '/kills-docs/_doc/1?pipeline=_none', { text: 'as it was' });
  return deployed;
}
