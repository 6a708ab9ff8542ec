import { createShutdown } from './shutdown';

test('stops everything once, the newest first, whatever fails', async () => {
  const said: string[] = [];
  const stopped: string[] = [];
  const shutdown = createShutdown((line) => said.push(line));
  shutdown.add(() => Promise.resolve(stopped.push('cluster')));
  shutdown.add(() => Promise.reject(new Error('the host hangs')));
  shutdown.add(() => Promise.resolve(stopped.push('browser')));

  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(stopped).toEqual(['browser', 'cluster']);
  expect(said).toEqual(['Error: the host hangs']);
});
