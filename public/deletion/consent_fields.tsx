import React, { useState } from 'react';
import {
  EuiCallOut,
  EuiCheckbox,
  EuiFieldText,
  EuiFormRow,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nameToType } from '../../common/deletion/consent';
import type { DependentKind } from '../../common/dependents/kinds';
import type { Review } from '../../common/dependents/review';
import { notChecked } from '../../common/dependents/verdict';
import type { Model } from '../../common/models/model';
import { formatList } from '../components/format_list';
import { Permitted } from '../components/permission_gate';
import { kindPlural } from '../labels/dependent_labels';

interface NameFieldProps {
  model: Model;
  typed: string;
  onType(name: string): void;
  testSubject?: string;
}

/** The model's name, typed to agree that it is deleted in spite of what would break. */
export function NameField({
  model,
  typed,
  onType,
  testSubject = 'deleteModelName',
}: NameFieldProps) {
  const name = nameToType(model);
  return (
    <EuiFormRow
      fullWidth
      display="rowCompressed"
      label={i18n.translate('mlModels.delete.typeName', {
        defaultMessage: 'Type {name} to delete the model anyway',
        values: { name },
      })}
    >
      <EuiFieldText
        fullWidth
        compressed
        autoComplete="off"
        data-test-subj={testSubject}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    </EuiFormRow>
  );
}

interface UndeployChoiceProps {
  model: Model;
  isChosen: boolean;
  onChoose(undeploy: boolean): void;
}

/** Undeploying takes the model out of service at once, so it is agreed to on its own. */
export function UndeployChoice({ model, isChosen, onChoose }: UndeployChoiceProps) {
  const [id] = useState(htmlIdGenerator('undeploy'));
  const label = i18n.translate('mlModels.delete.undeployChoice', {
    defaultMessage:
      'Undeploy the model {nodes, plural, =0 {first} one {from # node} other {from # nodes}}, then delete it',
    values: { nodes: model.current_worker_node_count ?? 0 },
  });
  return (
    <Permitted action="undeploy_model" label={label}>
      {(isForbidden) => (
        <EuiCheckbox
          id={id}
          data-test-subj="deleteModelUndeploy"
          label={label}
          checked={isChosen}
          disabled={isForbidden}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
    </Permitted>
  );
}

/** Where ML Commons itself looks for the model before it deletes it. */
const GUARDED: ReadonlySet<DependentKind> = new Set<DependentKind>([
  'ingest_pipeline',
  'search_pipeline',
  'agent',
]);

/**
 * That ML Commons may refuse over what could not be checked, and only once the model is undeployed:
 * it looks at the state first.
 */
export function MayRefuseNotice({ review }: { review: Review }) {
  const { enabled } = review.safe_delete;
  const sources = notChecked(review.coverage).filter(({ source }) => GUARDED.has(source));
  if (enabled === false || sources.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        data-test-subj="deleteModelMayRefuse"
        title={i18n.translate('mlModels.delete.mayRefuse', {
          defaultMessage: 'ML Commons may still refuse after the undeploy',
        })}
      >
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.delete.mayRefuseMeaning', {
              defaultMessage:
                '{isOn, select, true {Safe delete is on} other {Safe delete may be on}}, and these couldn’t be checked: {sources}. If one of them uses the model, ML Commons refuses the delete after the undeploy, and the model stays undeployed until you deploy it again.',
              values: {
                isOn: String(enabled),
                sources: formatList(sources.map(({ source }) => kindPlural(source))),
              },
            })}
          </p>
        </EuiText>
      </EuiCallOut>
    </>
  );
}

/** Whether the model's group is deleted too. */
export function GroupSentence({ group }: { group: Review['model_group'] }) {
  if (!group) return null;
  return (
    <EuiText size="s" data-test-subj="deleteModelGroup">
      <p className="eui-textBreakWord">{sentenceOf(group)}</p>
    </EuiText>
  );
}

function sentenceOf(group: NonNullable<Review['model_group']>): string {
  const values = { group: group.name };
  if (!group.last_version) {
    return i18n.translate('mlModels.delete.groupStays', {
      defaultMessage: 'Group “{group}” has other versions and isn’t deleted.',
      values,
    });
  }
  return group.latest_version === null
    ? i18n.translate('mlModels.delete.groupUnread', {
        defaultMessage:
          'Group “{group}” couldn’t be read and isn’t deleted. No other version in it was found.',
        values,
      })
    : i18n.translate('mlModels.delete.lastVersion', {
        defaultMessage: 'Last version in group “{group}”: the group is deleted too.',
        values,
      });
}
