import { AT_ONCE, type Times } from '../measure';

const ROUNDS = 5;
/** A file that every page of the platform loads; small, so that sending it takes no time. */
const FILE = '/bootstrap.js';

/** How long each request for a static file takes while many lists, or many reviews, are read, in ms. */
export async function measureStaticFile(
  hostUrl: string,
  modelId: string
): Promise<Record<'lists' | 'reviews', Times>> {
  return {
    lists: { times: await timesBeside(hostUrl, '/api/ml_models/models?size=25') },
    reviews: { times: await timesBeside(hostUrl, `/api/ml_models/models/${modelId}/review`) },
  };
}

async function timesBeside(hostUrl: string, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let isBusy = true;
    const busy = Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const answer = await fetch(hostUrl + path);
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        await answer.arrayBuffer();
      })
    ).finally(() => {
      isBusy = false;
    });
    while (isBusy) {
      const began = performance.now();
      await (await fetch(hostUrl + FILE)).arrayBuffer();
      times.push(performance.now() - began);
    }
    await busy;
  }
  return times;
}
