import { i18n } from '@osd/i18n';
import { countEnded } from '../next_run_state';
import type { RunState } from '../run_state';
import type { BulkView } from '../state';

/** What the dialog says first in each of its states. */
export function headlineWords(view: BulkView): string {
  switch (view.kind) {
    case 'reviewing':
      return i18n.translate('mlModels.deleteMany.reviewing', {
        defaultMessage: 'Looking for everything that uses these models …',
      });
    case 'could_not_check':
      return i18n.translate('mlModels.deleteMany.couldNotCheck', {
        defaultMessage:
          'It could not be checked what uses these models, so they can’t be deleted now.',
      });
    case 'asking':
      return i18n.translate('mlModels.deleteMany.asking', {
        defaultMessage:
          '{going, plural, =0 {As things stand, none of them will be deleted.} other {# of {all} will be deleted.}}',
        values: { going: view.going.length, all: view.going.length + view.staying.length },
      });
    case 'running':
      return runningWords(view.run);
    case 'finished':
      return finishedWords(view.run, view.staying.length);
  }
}

function runningWords(run: RunState): string {
  const current = run.models.find(({ progress }) => progress.kind === 'deleting');
  const name = current?.going.reviewed.review.model.name ?? '';
  return run.stopped
    ? i18n.translate('mlModels.deleteMany.stopping', {
        defaultMessage: 'Stopping: the delete of “{name}” was sent already, and none follows.',
        values: { name },
      })
    : i18n.translate('mlModels.deleteMany.running', {
        defaultMessage: 'Deleting “{name}”: {number} of {all}',
        values: { name, number: countEnded(run) + 1, all: run.models.length },
      });
}

function finishedWords({ models }: RunState, leftOut: number): string {
  const count = (...kinds: string[]) =>
    models.filter(({ progress }) => kinds.includes(progress.kind)).length;
  const gone = count('deleted', 'half_deleted', 'gone');
  const unknown = count('unknown');
  return i18n.translate('mlModels.deleteMany.finished', {
    defaultMessage:
      '{gone, plural, =0 {No model was deleted} one {# model is deleted} other {# models are deleted}}{left, plural, =0 {} one {, # is still there} other {, # are still there}}{unknown, plural, =0 {} one {, for # it is not known whether it was deleted} other {, for # it is not known whether they were deleted}}.',
    values: { gone, unknown, left: models.length - gone - unknown + leftOut },
  });
}
