import { deletionContracts, permissionsContracts } from './deletion';
import { dependentsContracts } from './dependents';
import { historyContracts } from './history';
import { modelsContracts } from './models';
import { replacementContracts } from './replacement';
import { safeDeleteContracts } from './safe_delete';
import type { Contract } from './contract';

/** Every route of the plugin, by the name that server and tests use. */
export const contracts = {
  ...modelsContracts,
  ...dependentsContracts,
  ...deletionContracts,
  ...permissionsContracts,
  ...replacementContracts,
  ...safeDeleteContracts,
  ...historyContracts,
} satisfies Record<string, Contract>;

type Contracts = typeof contracts;
type KeyOf<C extends Contract> = `${Uppercase<C['method']>} ${C['path']}`;

/** The contract of each `METHOD /path`: what the browser's client is typed with. */
export type Api = { [Name in keyof Contracts as KeyOf<Contracts[Name]>]: Contracts[Name] };
export type RouteKey = keyof Api;
