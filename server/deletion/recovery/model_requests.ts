import { i18n } from '@osd/i18n';
import { hasContent, UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { isRecord } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import type { ConsoleRequest } from '../../dependents/requests/console_text';
import { omit, withoutBookkeeping } from '../../dependents/requests/register_request';
import { walkStrings } from '../../dependents/walk_strings';
import { publicMetadata } from '../../documents/model_document';
import { redactSecrets } from '../../documents/redact_secrets';

const ACCESS: ReadonlySet<string> = new Set(['access', 'backend_roles']);

/** A connector as it would be created: its access is given by other names, and by its maker. */
function connectorBody(stored: JsonRecord): JsonRecord {
  const body = omit(withoutBookkeeping(redactSecrets(stored)), ACCESS);
  return { ...body, credential: credentialPlaces(stored) };
}

const onlyIfGone = () =>
  i18n.translate('mlModels.requests.onlyIfGone', {
    defaultMessage: 'Only if the resource was deleted too. Deleting a model doesn’t delete it.',
  });

const useNewId = (id: string) =>
  i18n.translate('mlModels.requests.useNewId', {
    defaultMessage: 'Replace {id} below with the new ID.',
    values: { id },
  });

/** Creates a connector again, its credential to be filled in. */
export function connectorRequest(id: string, stored: JsonRecord): ConsoleRequest {
  return {
    comments: [
      onlyIfGone(),
      i18n.translate('mlModels.requests.fillCredential', {
        defaultMessage: 'Add the credential and the header values.',
      }),
      useNewId(id),
    ],
    method: 'POST',
    path: '/_plugins/_ml/connectors/_create',
    body: connectorBody(stored),
  };
}

/** Without model access control ML Commons notes no owner, and refuses to take an access. */
function accessOf({ owner, access, backend_roles: roles }: JsonRecord): JsonRecord {
  if (!isRecord(owner)) return {};
  return { access_mode: access, ...(access === 'restricted' && { backend_roles: roles }) };
}

/** Registers a group again. */
export function groupRequest(id: string, stored: JsonRecord): ConsoleRequest {
  const { name, description } = stored;
  return {
    comments: [
      i18n.translate('mlModels.requests.group', {
        defaultMessage: 'Only if the group was deleted too, which happens with its last version.',
      }),
      useNewId(id),
    ],
    method: 'POST',
    path: '/_plugins/_ml/model_groups/_register',
    body: { name, ...(description !== undefined && { description }), ...accessOf(stored) },
  };
}

/** What a model is registered with, by the name that it is stored under (MLRegisterModelInput). */
const REGISTERED_AS_STORED = [
  'name',
  'description',
  'model_group_id',
  'connector_id',
  'model_config',
  'deploy_setting',
  'is_enabled',
  'rate_limiter',
  'interface',
  'guardrails',
];

/** The same for one whose content comes from a file. */
const OF_CONTENT = ['model_format', 'model_content_hash_value'];

function picked(record: JsonRecord, keys: readonly string[]): JsonRecord {
  return Object.fromEntries(
    keys.filter((key) => record[key] !== undefined).map((key) => [key, record[key]])
  );
}

function contentOf(stored: JsonRecord): JsonRecord {
  return {
    version: stored.model_version,
    ...picked(stored, OF_CONTENT),
    url: '<URL of the model’s file>',
  };
}

function trainAgain(): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.train', {
        defaultMessage: 'The model was trained in the cluster. Train it again.',
      }),
    ],
  };
}

/** Registers a model again, under an id that ML Commons gives it. */
export function modelRequest(id: string, stored: JsonRecord): ConsoleRequest {
  const isLocal = hasContent(String(stored.algorithm));
  if (isLocal && stored.model_format === undefined) return trainAgain();
  const { connector } = stored;
  const deploy = UNDEPLOY_FIRST_STATES.has(String(stored.model_state)) ? '?deploy=true' : '';
  return {
    comments: [useNewId(id)],
    method: 'POST',
    path: `/_plugins/_ml/models/_register${deploy}`,
    body: {
      ...picked(publicMetadata(stored), REGISTERED_AS_STORED),
      function_name: stored.algorithm,
      ...(isRecord(connector) && { connector: connectorBody(connector) }),
      ...(isLocal && contentOf(stored)),
    },
  };
}

/** `${credential.key}` in a header, a URL or a body. */
const REFERENCE = /\$\{credential\.(\w+)\}/g;

/** What a protocol needs though no action names it (ConnectorProtocols of ML Commons). */
const OF_PROTOCOL: Record<string, readonly string[]> = { aws_sigv4: ['access_key', 'secret_key'] };

/** ML Commons refuses a connector without any credential. */
const AT_LEAST = ['key'];

/** A connector's credential to be filled in: the names that its definition calls for. */
function credentialPlaces(connector: JsonRecord): JsonRecord {
  const called: string[] = [];
  walkStrings(connector, {
    onString: (text) => {
      called.push(...[...text.matchAll(REFERENCE)].map(([, name]) => String(name)));
      return true;
    },
  });
  const names = new Set([...(OF_PROTOCOL[String(connector.protocol)] ?? []), ...called]);
  const all = names.size > 0 ? [...names] : AT_LEAST;
  return Object.fromEntries(all.map((name) => [name, `<${name}>`]));
}
