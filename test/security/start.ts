import { startOpenSearch } from '../../workbench/opensearch';
import { QUIET } from '../cluster/quiet_node';
import { startParts } from '../cluster/start_parts';
import { makeUsers } from './users';

const say = (line: string) => console.log(line);

/** Starts all that the tests need, with the users that they act as. */
export default async function start(): Promise<void> {
  const options = { version: '2.19.6', security: true, instance: 'test', fresh: true } as const;
  await startParts(startOpenSearch({ ...options, settings: QUIET, say }), say);
  await makeUsers();
}
