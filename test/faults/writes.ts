import type { contracts } from '../../common/contracts/api';
import {
  makeConnector,
  makeConversationalAgent,
  makeGroup,
  makeIngestPipeline,
  makeModel,
  type MadeModel,
} from '../cluster/fixtures';
import { ask } from '../cluster/opensearch';
import { raw } from '../conformance/raw';
import { call, send, type RawAnswer, type Sender } from '../cluster/plugin_api';

/** Something that can be written to, and what the write relies on. */
export interface Subject {
  ids: string[];
  /** The read on the ground of which it is written. */
  read(sender: Sender): Promise<RawAnswer>;
  /** The write, with consent to all that is known of it. */
  write(sender: Sender): Promise<RawAnswer>;
  /** As the node has it. */
  look(): Promise<string>;
}

/** A route that writes, as the matrix calls it. */
export interface WriteCase {
  name: string;
  contract: keyof typeof contracts;
  make(): Promise<Subject>;
}

async function lookAt(path: string): Promise<string> {
  const { status, text } = await raw('GET', path);
  return `${status} ${text}`;
}

async function connectorOf({ id }: MadeModel): Promise<string> {
  const { connector_id: connector } = await ask('GET', `/_plugins/_ml/models/${id}`);
  return String(connector);
}

/** A model in use, of which it is accepted that an agent breaks. */
async function makeDeletable(): Promise<Subject> {
  const model = await makeModel();
  const agent = await makeConversationalAgent(model.id);
  const params = { model_id: model.id };
  const { fingerprint } = await call('reviewModel', { params });
  const query = { fingerprint, accept: ['breaks' as const] };
  return {
    ids: [model.id, model.groupId, agent.id, await connectorOf(model)],
    read: (sender) => send('reviewModel', { params }, sender),
    write: (sender) => send('deleteModel', { params, query }, sender),
    look: () => lookAt(`/_plugins/_ml/models/${model.id}`),
  };
}

async function fingerprintOf(id: string): Promise<string | undefined> {
  const { leftovers } = await call('listLeftovers');
  return leftovers.find((one) => one.id === id)?.fingerprint;
}

/** One of the list of leftovers, by the fingerprint that it has there. */
async function leftover(
  id: string,
  path: string,
  remove: (fingerprint: string | undefined, sender: Sender) => Promise<RawAnswer>
): Promise<Subject> {
  const fingerprint = await fingerprintOf(id);
  return {
    ids: [id],
    read: (sender) => send('listLeftovers', {}, sender),
    write: (sender) => remove(fingerprint, sender),
    look: () => lookAt(`/_plugins/_ml/${path}/${id}`),
  };
}

async function makeUnusedConnector(): Promise<Subject> {
  const id = await makeConnector();
  const params = { connector_id: id };
  return leftover(id, 'connectors', (fingerprint, sender) =>
    send('deleteConnector', { params, query: { fingerprint } }, sender)
  );
}

async function makeEmptyGroup(): Promise<Subject> {
  const id = await makeGroup();
  const params = { model_group_id: id };
  return leftover(id, 'model_groups', (fingerprint, sender) =>
    send('deleteGroup', { params, query: { fingerprint } }, sender)
  );
}

async function makeReplaceable(): Promise<Subject> {
  const [model, other] = [await makeModel(), await makeModel()];
  const pipeline = await makeIngestPipeline(model.id);
  const params = { model_id: model.id };
  const planned = { params, body: { replacement_id: other.id } };
  const { changes } = await call('planReplacement', planned);
  const fingerprint = changes.find(({ id }) => id === pipeline)?.fingerprint ?? '';
  const ids = [model.id, other.id, await connectorOf(model), await connectorOf(other)];
  const change = { kind: 'ingest_pipeline' as const, id: pipeline, fingerprint };
  const body = { ...change, replacement_id: other.id, accept: ['mixed_vectors' as const] };
  return {
    ids: [...ids, model.groupId, other.groupId, pipeline],
    read: (sender) => send('planReplacement', planned, sender),
    write: (sender) => send('applyChange', { params, body }, sender),
    look: () => lookAt(`/_ingest/pipeline/${pipeline}`),
  };
}

/** Each writes once, after all that it reads. */
export const WRITE_CASES: readonly WriteCase[] = [
  { name: 'delete a model', contract: 'deleteModel', make: makeDeletable },
  { name: 'delete a connector', contract: 'deleteConnector', make: makeUnusedConnector },
  { name: 'delete a group', contract: 'deleteGroup', make: makeEmptyGroup },
  { name: 'replace a model', contract: 'applyChange', make: makeReplaceable },
];
