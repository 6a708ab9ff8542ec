import { notChecked } from '../../common/dependents/verdict';
import type { Outcome } from './run_cases';

/** Where a review and the cluster disagree, in words; nothing where they agree. */
export interface Judgement {
  /** References that the review doesn't name. */
  missed: string[];
  /** What the review says and isn't so. */
  wrong: string[];
}

interface Named {
  kind: string;
  id: string;
}

const referenceOf = ({ kind, id }: Named, path: string) => `${kind} ${id}: ${path}`;

function pathsIn(references: ReadonlySet<string>): Set<string> {
  return new Set([...references].map((one) => one.slice(0, one.lastIndexOf(' '))));
}

function judgeReferences({ expected, review }: Outcome): Judgement {
  const wanted = new Set(
    expected.flatMap((one) => one.references.map((reference) => referenceOf(one, reference)))
  );
  const told = review.dependents.flatMap((one) =>
    one.references.map(({ path, enforcement }) => referenceOf(one, `${path} ${enforcement}`))
  );
  const named = pathsIn(new Set(told));
  return {
    missed: [...pathsIn(wanted)].filter((path) => !named.has(path)),
    wrong: told.filter((reference) => !wanted.has(reference)),
  };
}

function judgeVerdict({ review, status, answer, survived, statusWhenFree }: Outcome): string[] {
  const wrong: string[] = [];
  const refused = status === 409;
  if (status !== 200 && !refused) wrong.push(`the node answered ${status} ${answer}`);
  if ((review.verdict === 'refused') !== refused) {
    wrong.push(`the verdict is ${review.verdict}, the node answered ${status} ${answer}`);
  }
  if (survived !== refused) wrong.push(`the node answered ${status}, and survived=${survived}`);
  if (survived && statusWhenFree !== 200) {
    wrong.push(`with everything removed the node still answers ${statusWhenFree}`);
  }
  for (const { source, state, detail } of notChecked(review.coverage)) {
    wrong.push(`${source} is ${state}: ${detail}`);
  }
  return wrong;
}

/** Compares what the review said with what is so. */
export function judge(outcome: Outcome): Judgement {
  const { missed, wrong } = judgeReferences(outcome);
  return { missed, wrong: [...wrong, ...judgeVerdict(outcome), ...outcome.problems] };
}
