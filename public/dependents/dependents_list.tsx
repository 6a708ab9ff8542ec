import React, { useState } from 'react';
import { EuiAccordion, EuiCode, EuiSpacer, EuiText, EuiTitle, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { Dependent, Impact } from '../../common/dependents/dependent';
import { DEPENDENT_KINDS } from '../../common/dependents/kinds';
import type { DependentKind } from '../../common/dependents/kinds';
import { strongestEnforcement } from '../../common/dependents/verdict';
import type { Enforcement } from '../../common/dependents/verdict';
import { CappedList } from '../components/capped_list';
import { formatList } from '../components/format_list';
import { capitalized, kindCount, kindName, kindPlural } from '../labels/dependent_labels';
import { DependentActions } from './dependent_actions';

interface DependentsByKindProps {
  dependents: readonly Dependent[];
  /** The model that they hold. */
  modelId: string;
}

/** Dependents under a heading for each kind, every one with the places where the id is. */
export function DependentsByKind({ dependents, modelId }: DependentsByKindProps) {
  return (
    <>
      {groupByKind(dependents).map(({ kind, dependents: ofKind }) => (
        <React.Fragment key={kind}>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('mlModels.dependents.kindHeading', {
                defaultMessage: '{kind} ({count})',
                values: { kind: capitalized(kindPlural(kind)), count: ofKind.length },
              })}
            </h3>
          </EuiTitle>
          <EuiText size="s">
            <CappedList items={ofKind}>
              {(dependent) => (
                <DependentItem key={dependent.id} dependent={dependent} modelId={modelId} />
              )}
            </CappedList>
          </EuiText>
          <EuiSpacer size="m" />
        </React.Fragment>
      ))}
    </>
  );
}

interface DependentItemProps {
  dependent: Dependent;
  /** The model that it holds. */
  modelId: string;
}

/** One dependent: its name, its id where that is another, each place as a path, and ways out. */
function DependentItem({ dependent, modelId }: DependentItemProps) {
  const { kind, id, name, references } = dependent;
  const strongest = strongestEnforcement(references);
  return (
    <li data-test-subj={`deleteModelDependent-${kind}-${id}`}>
      <strong className="eui-textBreakWord">{name}</strong>
      {name !== id && <span className="eui-textBreakWord"> ({id})</span>}{' '}
      <DependentActions dependent={dependent} modelId={modelId} />
      <CappedList items={references}>
        {({ path, enforcement, coincidence }) => (
          <li key={path}>
            <EuiCode className="eui-textBreakWord">{path}</EuiCode>
            {enforcement !== strongest && ` ${weaker(enforcement)}`}
            {coincidence && ` ${falsePositiveText()}`}
          </li>
        )}
      </CappedList>
    </li>
  );
}

/** Why ML Commons refuses over a place that is hardly a use. */
function falsePositiveText(): string {
  return i18n.translate('mlModels.dependents.coincidence', {
    defaultMessage: '(hardly a use, but ML Commons takes any “{key}” for one)',
    values: { key: 'model_id' },
  });
}

/** Beside a reference that is weaker than the heading that its dependent is under. */
function weaker(enforcement: Enforcement): string {
  return enforcement === 'possible'
    ? i18n.translate('mlModels.dependents.possibleReference', {
        defaultMessage: '(not sure that this is a use)',
      })
    : i18n.translate('mlModels.dependents.breaksReference', {
        defaultMessage: '(would break, ML Commons doesn’t check it)',
      });
}

export interface KindGroup {
  kind: DependentKind;
  dependents: Dependent[];
}

/** The dependents of each kind that has any, in the order in which kinds are always shown. */
export function groupByKind(dependents: readonly Dependent[]): KindGroup[] {
  return DEPENDENT_KINDS.map((kind) => ({
    kind,
    dependents: dependents.filter((dependent) => dependent.kind === kind),
  })).filter((group) => group.dependents.length > 0);
}

/** What is affected through the dependent: counts in one line, names when it is opened. */
export function ImpactSummary({ dependents }: { dependents: readonly Dependent[] }) {
  const [id] = useState(htmlIdGenerator('impact'));
  const { impact, counts } = impactBehind(dependents);
  if (impact.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      buttonContent={
        <FormattedMessage
          id="mlModels.dependents.behind"
          defaultMessage="Behind them: {counts}"
          values={{ counts: formatList(counts.map(([kind, count]) => kindCount(kind, count))) }}
        />
      }
    >
      <EuiText size="s">
        <CappedList items={impact}>
          {(one) => (
            <li key={`${one.kind} ${one.id}`}>
              {i18n.translate('mlModels.dependents.impactThrough', {
                defaultMessage: '{kind} “{name}” through {through}',
                values: { kind: kindName(one.kind), name: one.name, through: one.through },
              })}
            </li>
          )}
        </CappedList>
      </EuiText>
    </EuiAccordion>
  );
}

/** All that is affected through some dependents, each once, and how many of each kind. */
export function impactBehind(dependents: readonly Dependent[]) {
  const once = new Map<string, Impact>();
  for (const one of dependents.flatMap(({ impact }) => impact)) {
    once.set(`${one.kind} ${one.id}`, one);
  }
  const counts = new Map<string, number>();
  for (const { kind } of once.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { impact: [...once.values()], counts: [...counts] };
}
