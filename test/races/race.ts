import { authorizationOf } from '../../workbench/opensearch';
import type { Fault } from '../cluster/wire';
import type { RacingKind } from './kinds';
import type { Held, Point } from './race_points';

/** What is created, and when. */
export interface Combination {
  kind: RacingKind;
  point: Point;
}

/** One delete, and one dependent that is created meanwhile. */
export interface Race extends Combination {
  name: string;
  safeDelete: boolean;
  modelId: string;
  /** By whom the wire knows the requests of this race's review and of its delete. */
  reviewer: string;
  deleter: string;
  /** Where a request is held for this race. */
  gate: string;
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every point with every kind; in the short form the kinds take turns where many points are alike. */
export function combinationsOf(
  points: readonly Point[],
  kinds: readonly RacingKind[],
  { isLong }: { isLong: boolean }
): Combination[] {
  return points.flatMap((point, at) =>
    kinds
      .filter((_, nth) => isLong || !point.isBesideOthers || nth === at % kinds.length)
      .map((kind) => ({ point, kind }))
  );
}

/** Each on a model of its own. */
export function racesOf(
  combinations: readonly Combination[],
  safeDelete: boolean,
  models: readonly string[]
): Race[] {
  return combinations.map(({ point, kind }, at) => {
    const gate = `race-${safeDelete}-${at}`;
    const sender = (username: string) => authorizationOf({ username, password: 'x' });
    return {
      name: `${kind.shape.id}, created ${point.name}`,
      kind,
      point,
      safeDelete,
      modelId: models[at] ?? '',
      reviewer: sender(`${gate}-review`),
      deleter: sender(`${gate}-delete`),
      gate,
    };
  });
}

function pathOf({ request }: Held, { kind, modelId }: Race): string {
  if (request === 'its source') return kind.readBy;
  const [, path = ''] = request.line.split(' ');
  return `^${literally(path.replace('{model_id}', modelId))}$`;
}

/** What the wire has to hold for a race. */
export function faultsOf(race: Race): Fault[] {
  const { point, gate } = race;
  if (!('held' in point) || point.held === undefined) return [];
  const { request, hold } = point.held;
  return [
    {
      sender: point.step === 'during the review' ? race.reviewer : race.deleter,
      path: pathOf(point.held, race),
      ...(request !== 'its source' && { method: request.line.split(' ')[0] }),
      answer: { hold, gate },
    },
  ];
}
