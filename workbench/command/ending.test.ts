import { createEnding } from './ending';

test('stops everything once, the newest first, whatever fails', async () => {
  const said: string[] = [];
  const stopped: string[] = [];
  const ending = createEnding((line) => said.push(line));
  ending.add(() => Promise.resolve(stopped.push('cluster')));
  ending.add(() => Promise.reject(new Error('the host hangs')));
  ending.add(() => Promise.resolve(stopped.push('browser')));

  await Promise.all([ending.run(), ending.run()]);
  expect(stopped).toEqual(['browser', 'cluster']);
  expect(said).toEqual(['Error: the host hangs']);
});
