import React, { useState } from 'react';
import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiCallOut,
  EuiCheckbox,
  EuiCode,
  EuiCopy,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../common/dependents/kinds';
import { ACTIONS, isApplicable } from '../../common/replacement/action';
import type { Action } from '../../common/replacement/action';
import type { Change, Plan } from '../../common/replacement/plan';
import { CappedList } from '../components/capped_list';
import { Clamped } from '../components/clamped';
import { formatList } from '../components/format_list';
import { capitalized, kindCounts, kindLabel, kindPlural } from '../labels/dependent_labels';
import { actionMeaning, actionTitle } from '../labels/replacement_labels';
import { DefinitionDiff } from './definition_diff';
import { FitList } from './fit_list';
import {
  chosenChanges,
  consentKey,
  consentsOf,
  type ConsentSubject,
  type PlanChoices,
  toggled,
} from './plan_choices';
import { SharedIndexes } from './shared_indexes';
import { useTablePages } from './use_table_pages';

interface PlanStepProps {
  plan: Plan;
  choices: PlanChoices;
  onChoose(choices: PlanChoices): void;
}

/** The second step: what the replacement does to each dependent, and what needs consent. */
export function PlanStep({ plan, choices, onChoose }: PlanStepProps) {
  const consents = consentsOf(chosenChanges(plan, choices));
  return (
    <div data-test-subj="replacementPlan">
      <FitList fit={plan.fit} />
      <EuiSpacer size="m" />
      {plan.changes.length === 0 && (
        <EuiCallOut
          size="s"
          iconType="check"
          title={i18n.translate('mlModels.plan.nothing', {
            defaultMessage: 'Nothing references the old model. There is nothing to change.',
          })}
        />
      )}
      {ACTIONS.map((action) => (
        <PlanGroup
          key={action}
          action={action}
          changes={plan.changes.filter((change) => change.action === action)}
          choices={choices}
          onChoose={onChoose}
        />
      ))}
      <SharedIndexes plan={plan} choices={choices} />
      <Consents
        subjects={consents}
        agreed={choices.agreed}
        onToggle={(key) => onChoose({ ...choices, agreed: toggled(choices.agreed, key) })}
      />
    </div>
  );
}

interface PlanGroupProps {
  action: Action;
  changes: readonly Change[];
  choices: PlanChoices;
  onChoose(choices: PlanChoices): void;
}

/** The changes that have one action; nothing where there are none. */
function PlanGroup({ action, changes, choices, onChoose }: PlanGroupProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const pages = useTablePages(changes);
  if (changes.length === 0) return null;
  const expanded = Object.fromEntries(
    changes
      .filter((change) => opened.has(nodeKey(change)))
      .map((change) => [
        nodeKey(change),
        <div key={nodeKey(change)} className="eui-fullWidth">
          <ChangeDetails change={change} />
        </div>,
      ])
  );
  const onToggle = (key: string) => setOpened(toggled(opened, key));
  return (
    <section data-test-subj={`planGroup-${action}`}>
      <EuiTitle size="xs">
        <h2>{actionTitle(action, changes.length)}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{actionMeaning(action)}</p>
      </EuiText>
      <EuiBasicTable
        compressed
        {...pages}
        itemId={nodeKey}
        itemIdToExpandedRowMap={expanded}
        isExpandable
        columns={changeColumns({ choices, onChoose, opened, onToggle })}
        rowProps={({ kind, id }: Change) => ({ 'data-test-subj': `change-${kind}-${id}` })}
        tableCaption={actionTitle(action, changes.length)}
      />
      <EuiSpacer size="l" />
    </section>
  );
}

interface ColumnOptions extends Pick<PlanGroupProps, 'choices' | 'onChoose'> {
  opened: ReadonlySet<string>;
  onToggle(key: string): void;
}

function changeColumns({
  choices,
  onChoose,
  opened,
  onToggle,
}: ColumnOptions): EuiBasicTableColumn<Change>[] {
  return [
    {
      name: i18n.translate('mlModels.plan.resource', { defaultMessage: 'Resource' }),
      width: '30%',
      render: (change: Change) => (
        <div>
          <ChangeName change={change} choices={choices} onChoose={onChoose} />
          {change.id !== '' && (
            <EuiText size="xs" color="subdued">
              {kindLabel(change.kind)}
            </EuiText>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.plan.paths', { defaultMessage: 'Paths' }),
      render: (change: Change) => <ChangePaths change={change} />,
    },
    {
      name: i18n.translate('mlModels.plan.affects', { defaultMessage: 'Also affected' }),
      width: '160px',
      render: ({ impact }: Change) => <span>{formatList(kindCounts(impact))}</span>,
    },
    {
      name: i18n.translate('mlModels.plan.details', { defaultMessage: 'Details' }),
      width: '110px',
      render: (change: Change) => {
        const key = nodeKey(change);
        if (change.before === null && change.requests === undefined) return null;
        return (
          <EuiButtonEmpty
            size="xs"
            flush="left"
            // the row that is opened has a ground on which the link's color is too pale
            color="text"
            aria-expanded={opened.has(key)}
            onClick={() => onToggle(key)}
            data-test-subj={`showDiff-${change.kind}-${change.id}`}
          >
            {change.before === null
              ? i18n.translate('mlModels.plan.requests', { defaultMessage: 'Requests' })
              : i18n.translate('mlModels.plan.diff', { defaultMessage: 'Diff' })}
          </EuiButtonEmpty>
        );
      },
    },
  ];
}

/** A dependent's name, beside a box where it can be chosen whether it changes. */
function ChangeName({
  change,
  choices,
  onChoose,
}: { change: Change } & Pick<PlanGroupProps, 'choices' | 'onChoose'>) {
  const { kind, id, name, action, possible_paths: possiblePaths } = change;
  const key = nodeKey(change);
  const canChange = isApplicable(change);
  const label = <Clamped>{id === '' ? capitalized(kindPlural(kind)) : name}</Clamped>;
  if (!canChange && (action !== 'keep' || possiblePaths.length === 0)) return label;
  const onChange = () => {
    // one that only might use the model goes back to those that are left as they are
    if (!canChange || choices.possible.has(key)) {
      onChoose({ ...choices, possible: toggled(choices.possible, key) });
    } else onChoose({ ...choices, excluded: toggled(choices.excluded, key) });
  };
  return (
    <EuiCheckbox
      id={`include-${key}`}
      label={label}
      checked={canChange && !choices.excluded.has(key)}
      onChange={onChange}
      data-test-subj={`include-${kind}-${id}`}
    />
  );
}

function ChangePaths({ change: { paths, reason } }: { change: Change }) {
  return (
    <div>
      {reason !== undefined && (
        <EuiText size="s">
          <p className="eui-textBreakWord">{reason}</p>
        </EuiText>
      )}
      {paths.length > 0 && (
        <EuiText size="s">
          <CappedList items={paths}>
            {(path) => (
              <li key={path}>
                <EuiCode className="eui-textBreakAll">{path}</EuiCode>
              </li>
            )}
          </CappedList>
        </EuiText>
      )}
    </div>
  );
}

function ChangeDetails({ change: { before, after, requests } }: { change: Change }) {
  if (before !== null) return <DefinitionDiff before={before} after={after} />;
  if (requests === undefined) return null;
  return (
    <EuiCopy textToCopy={requests}>
      {(copy) => (
        <div>
          <EuiButtonEmpty size="xs" flush="left" iconType="copy" onClick={copy}>
            {i18n.translate('mlModels.plan.copyRequests', {
              defaultMessage: 'Copy requests for Dev Tools',
            })}
          </EuiButtonEmpty>
          <EuiText size="s">
            <pre>{requests}</pre>
          </EuiText>
        </div>
      )}
    </EuiCopy>
  );
}

interface ConsentsProps {
  subjects: readonly ConsentSubject[];
  agreed: ReadonlySet<string>;
  onToggle(key: string): void;
}

/** Where vectors of two models would be compared: each is agreed to by itself. */
function Consents({ subjects, agreed, onToggle }: ConsentsProps) {
  if (subjects.length === 0) return null;
  const documents = subjects.reduce(
    (sum, one) => sum + (one.kind === 'index' ? (one.documents ?? 0) : 0),
    0
  );
  const indexes = subjects.filter(({ kind }) => kind === 'index').length;
  return (
    <>
      <EuiCallOut
        color="warning"
        iconType="alert"
        data-test-subj="mixedVectors"
        title={
          indexes === 0
            ? i18n.translate('mlModels.plan.mixedSomewhere', {
                defaultMessage: 'Vectors of two models would be compared',
              })
            : i18n.translate('mlModels.plan.mixed', {
                defaultMessage:
                  'Vectors of two models would be compared in {indexes, plural, one {# index} other {# indexes}} with {documents, plural, one {# document} other {# documents}}',
                values: { indexes, documents },
              })
        }
      >
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.plan.mixedMeaning', {
              defaultMessage:
                'The weights of the models aren’t known to be the same. Until documents are embedded again, searches compare vectors that have nothing to do with each other and find the wrong documents.',
            })}
          </p>
        </EuiText>
        <EuiSpacer size="s" />
        {subjects.map((subject) => {
          const key = consentKey(subject);
          return (
            <EuiCheckbox
              key={key}
              id={`agree-${key}`}
              label={consentText(subject)}
              checked={agreed.has(key)}
              onChange={() => onToggle(key)}
              data-test-subj={`agree-${key}`}
            />
          );
        })}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}

function consentText(subject: ConsentSubject): string {
  if (subject.kind === 'dependent') {
    return i18n.translate('mlModels.plan.agreeDependent', {
      defaultMessage: 'I understand this for all indexes that are searched through {name}.',
      values: { name: subject.change.name },
    });
  }
  const { index, documents } = subject;
  return documents === null
    ? i18n.translate('mlModels.plan.agreeIndex', {
        defaultMessage: 'I understand this for {index}.',
        values: { index },
      })
    : i18n.translate('mlModels.plan.agreeIndexCount', {
        defaultMessage:
          'I understand this for {index} ({documents, plural, one {# document} other {# documents}}).',
        values: { index, documents },
      });
}
