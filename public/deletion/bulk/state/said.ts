import type { ReviewModelsAnswer } from '../../../../common/deletion';
import { nameToType } from '../../state/consent';
import type { RunConsents } from '../sort_out';

/** What the admin has said in the dialog, by the ids of models; a new review starts with nothing. */
export interface Said {
  typedNames: ReadonlyMap<string, string>;
  undeploy: ReadonlySet<string>;
}

export const NOTHING_SAID: Said = { typedNames: new Map(), undeploy: new Set() };

/** What that agrees to: a name that was typed whole accepts what breaks, for that one model. */
export function consentsOf({ reviews }: ReviewModelsAnswer, said: Said): RunConsents {
  const models = reviews.map(({ review }) => review.model);
  const named = models.filter((one) => said.typedNames.get(one.id)?.trim() === nameToType(one));
  return { accepted: new Set(named.map(({ id }) => id)), undeploy: said.undeploy };
}
