import { constants } from 'node:os';
import {
  createShutdown,
  readCommandLine,
  readEnvironment,
  run,
  usage,
  UsageError,
} from './command';

const shutdown = createShutdown(console.error);

async function end(code: number): Promise<never> {
  await shutdown.run();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end(128 + constants.signals[signal]));
}
process.on('uncaughtException', (error) => {
  console.error(error);
  void end(1);
});

async function main(): Promise<void> {
  const wishes = readCommandLine(process.argv.slice(2));
  if (!wishes) {
    console.log(usage);
    return;
  }
  const environment = readEnvironment(process.env);
  if (environment.opensearchUrl && (wishes.fresh || wishes.opensearch)) {
    throw new UsageError('--fresh and --opensearch are not for a cluster given by OPENSEARCH_URL');
  }
  const address = await run(wishes, environment, shutdown, console.log);
  console.log(`Models: ${address}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) console.error(`\n${usage}`);
  return end(error instanceof UsageError ? 2 : 1);
});
