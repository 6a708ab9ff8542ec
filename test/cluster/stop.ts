import { parts } from './started_parts';

/** Stops what the tests ran on, after the last of them. */
export default async function stop(): Promise<void> {
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) await part.stop();
}
