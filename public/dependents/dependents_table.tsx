import React, { useMemo, useState } from 'react';
import {
  EuiBadge,
  EuiCode,
  EuiFieldSearch,
  EuiInMemoryTable,
  EuiLink,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Dependent, Reference } from '../../common/dependents/dependent';
import { nodeKey } from '../../common/dependents/kinds';
import type { Review } from '../../common/dependents/review';
import { ENFORCEMENTS } from '../../common/dependents/verdict';
import type { Enforcement } from '../../common/dependents/verdict';
import { hasAllTerms, splitTerms } from '../../common/models/listing';
import { Clamped } from '../components/clamped';
import { formatList } from '../components/format_list';
import {
  capitalized,
  effectLabel,
  ENFORCEMENT_BADGES,
  kindCounts,
  kindLabel,
} from '../labels/dependent_labels';
import { DependentActions } from './dependent_actions';
import { dependentRows } from './dependent_rows';
import type { DependentRow } from './dependent_rows';

/** From this many rows on there is a field to find one with. */
const MANY = 10;
const PAGE_SIZE = 50;

interface DependentsTableProps {
  review: Review;
  /** Whether there is room for what is affected through each. */
  isWide?: boolean;
}

/** What uses a model: where its ID is, what a delete does, and the ways to change it. */
export function DependentsTable({ review, isWide = false }: DependentsTableProps) {
  const [search, setSearch] = useState('');
  const rows = useMemo(() => dependentRows(review), [review]);
  const found = useMemo(() => matching(rows, search), [rows, search]);
  const modelId = review.model.id;
  const hasEffect = review.unreadable === undefined;
  const columns = useMemo(
    () => tableColumns(rows, { modelId, isWide, hasEffect }),
    [rows, modelId, isWide, hasEffect]
  );
  return (
    <>
      {rows.length >= MANY && (
        <>
          <EuiFieldSearch
            compressed
            fullWidth
            data-test-subj="searchDependents"
            placeholder={searchLabel()}
            aria-label={searchLabel()}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          <EuiSpacer size="s" />
        </>
      )}
      <EuiInMemoryTable
        compressed
        items={found}
        itemId={({ dependent }: DependentRow) => nodeKey(dependent)}
        columns={columns}
        rowProps={({ dependent: { kind, id } }: DependentRow) => ({
          'data-test-subj': `dependent-${kind}-${id}`,
        })}
        pagination={
          found.length > PAGE_SIZE ? { pageSize: PAGE_SIZE, hidePerPageOptions: true } : false
        }
        message={i18n.translate('mlModels.dependents.noMatch', {
          defaultMessage: 'No resource matches',
        })}
        tableCaption={i18n.translate('mlModels.dependents.caption', {
          defaultMessage: 'Resources that use {name}',
          values: { name: review.model.name },
        })}
      />
    </>
  );
}

function searchLabel(): string {
  return i18n.translate('mlModels.dependents.search', {
    defaultMessage: 'Search name, kind, ID, path',
  });
}

function matching(rows: readonly DependentRow[], search: string): DependentRow[] {
  const terms = splitTerms(search);
  return rows.filter(({ dependent: { kind, id, name, references } }) =>
    hasAllTerms(
      [kindLabel(kind), id, name, ...references.map(({ path }) => path)].join('\n'),
      terms
    )
  );
}

interface ColumnOptions {
  modelId: string;
  isWide: boolean;
  /** Whether a delete is possible at all. */
  hasEffect: boolean;
}

function tableColumns(
  rows: readonly DependentRow[],
  { modelId, isWide, hasEffect }: ColumnOptions
): EuiBasicTableColumn<DependentRow>[] {
  const affected = affectedTexts(isWide ? rows.map(({ dependent }) => dependent) : []);
  return [
    ...(hasEffect
      ? [
          {
            name: i18n.translate('mlModels.dependents.column.effect', { defaultMessage: 'Effect' }),
            width: '136px',
            render: ({ effect }: DependentRow) => (
              <EuiBadge {...ENFORCEMENT_BADGES[effect]}>
                {capitalized(effectLabel(effect))}
              </EuiBadge>
            ),
          },
        ]
      : []),
    {
      name: i18n.translate('mlModels.dependents.column.name', { defaultMessage: 'Resource' }),
      render: ({ dependent }: DependentRow) => <DependentName dependent={dependent} />,
    },
    {
      name: i18n.translate('mlModels.dependents.column.where', { defaultMessage: 'Where' }),
      width: '36%',
      render: ({ dependent, effect }: DependentRow) => (
        <References references={dependent.references} strongest={effect} />
      ),
    },
    ...(affected.size === 0
      ? []
      : [
          {
            name: i18n.translate('mlModels.dependents.column.affected', {
              defaultMessage: 'Also affected',
            }),
            width: '20%',
            render: ({ dependent }: DependentRow) => affected.get(dependent) ?? '–',
          },
        ]),
    {
      name: i18n.translate('mlModels.dependents.column.actions', { defaultMessage: 'Actions' }),
      width: '144px',
      align: 'right',
      render: ({ dependent }: DependentRow) => (
        <DependentActions dependent={dependent} modelId={modelId} />
      ),
    },
  ];
}

/** "2 indexes, 1 alias", for each dependent through which others are affected. */
function affectedTexts(dependents: readonly Dependent[]): Map<Dependent, string> {
  const direct = new Set(dependents.map(nodeKey));
  const texts = new Map<Dependent, string>();
  for (const dependent of dependents) {
    const behind = dependent.impact.filter((one) => !direct.has(nodeKey(one)));
    if (behind.length > 0) texts.set(dependent, formatList(kindCounts(behind)));
  }
  return texts;
}

/** Its name, its id where that is another, and its kind. */
function DependentName({ dependent: { kind, id, name } }: { dependent: Dependent }) {
  return (
    <div>
      <strong>
        <Clamped>{name}</Clamped>
      </strong>
      <EuiText size="xs" color="subdued">
        <span className="eui-textBreakWord">
          {kindLabel(kind)}
          {name !== id && ` · ${id}`}
        </span>
      </EuiText>
    </div>
  );
}

/** How many places are named at first. */
const FEW = 3;

interface ReferencesProps {
  references: readonly Reference[];
  /** Of the dependent: a weaker reference says so. */
  strongest: Enforcement;
}

/** Each place of the ID as a path. */
function References({ references, strongest }: ReferencesProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? references : references.slice(0, FEW);
  const more = references.length - shown.length;
  return (
    <div>
      {shown.map((reference) => (
        <ReferencePath key={reference.path} reference={reference} strongest={strongest} />
      ))}
      {more > 0 && (
        <EuiLink onClick={() => setAll(true)}>
          {i18n.translate('mlModels.dependents.morePaths', {
            defaultMessage: 'Show {count} more',
            values: { count: more },
          })}
        </EuiLink>
      )}
    </div>
  );
}

function ReferencePath({
  reference: { path, enforcement, coincidence },
  strongest,
}: {
  reference: Reference;
  strongest: Enforcement;
}) {
  const isWeaker = ENFORCEMENTS.indexOf(enforcement) > ENFORCEMENTS.indexOf(strongest);
  return (
    <div>
      <EuiCode className="eui-textBreakWord">{path}</EuiCode>
      {isWeaker && ` (${effectLabel(enforcement)})`}
      {coincidence && ` ${falsePositiveText()}`}
    </div>
  );
}

/** Why ML Commons refuses over a place that is hardly a use. */
function falsePositiveText(): string {
  return i18n.translate('mlModels.dependents.coincidence', {
    defaultMessage: '(probably not a use, but ML Commons counts any “{key}”)',
    values: { key: 'model_id' },
  });
}
