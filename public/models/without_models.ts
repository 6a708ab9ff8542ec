import type { ListModelsAnswer } from '../../common/models';

/** A page of models after some were deleted: their rows are gone and counted no more. */
export function withoutModels(
  answer: ListModelsAnswer,
  modelIds: readonly string[]
): ListModelsAnswer {
  const models = answer.models.filter(({ id }) => !modelIds.includes(id));
  const gone = answer.models.length - models.length;
  return {
    ...answer,
    models,
    total: answer.total - gone,
    total_unfiltered: answer.total_unfiltered - gone,
  };
}
