import type { ListModelsAnswer } from '../../common/models';

/** A page of models after one was deleted: its row is gone and counted no more. */
export function withoutModel(answer: ListModelsAnswer, modelId: string): ListModelsAnswer {
  const models = answer.models.filter(({ id }) => id !== modelId);
  const gone = answer.models.length - models.length;
  return {
    ...answer,
    models,
    total: answer.total - gone,
    total_unfiltered: answer.total_unfiltered - gone,
  };
}
