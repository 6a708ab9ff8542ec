import { i18n } from '@osd/i18n';
import { listWords } from '../../../components';

/** Gives the name of a model of the selection. */
export type NameOf = (modelId: string) => string;

/** “one”, “another” */
export function namesWords(modelIds: readonly string[], nameOf: NameOf): string {
  return listWords(
    modelIds.map((id) =>
      i18n.translate('mlModels.deleteMany.quoted', {
        defaultMessage: '“{name}”',
        values: { name: nameOf(id) },
      })
    )
  );
}
