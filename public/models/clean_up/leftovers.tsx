import React, { useState } from 'react';
import { EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Permission } from '../../../common/contracts/deletion';
import { nodeKey } from '../../../common/dependents/kinds';
import type { Leftover, Leftovers as LeftoversAnswer } from '../../../common/dependents/leftovers';
import { notChecked } from '../../../common/dependents/verdict';
import { Clamped } from '../../components/clamped';
import { ReadPart } from '../../components/error_callout';
import { missingPermissionText } from '../../components/permission_gate';
import { timeAgo } from '../../components/time_ago';
import { leftoverLabel } from '../../deletion/delete_leftovers';
import { LeftoversDialog } from '../../deletion/leftovers_dialog';
import { madeByText } from '../../dependents/origin_sentences';
import { nameLabel } from '../../labels/model_labels';
import { leftoversKey, useLeftovers, usePermission } from '../../queries';
import { useServices } from '../../services/services';
import { NotCheckedSources } from '../not_checked_sources';
import { SelectableTable } from './selectable_table';

/** Connectors that nothing uses, groups and contents without a model, to be selected and deleted. */
export function Leftovers() {
  const query = useLeftovers();
  const queryClient = useQueryClient();
  const { dataSourceId } = useServices();
  const [deleting, setDeleting] = useState<readonly Leftover[] | null>(null);
  return (
    <>
      <ReadPart
        query={query}
        failedText={i18n.translate('mlModels.leftovers.failed', {
          defaultMessage: 'Couldn’t read the connectors, groups, and content.',
        })}
        data-test-subj="leftovers"
      >
        {(answer) => (
          <>
            <NotCheckedSources
              coverage={answer.coverage}
              isRetrying={query.isFetching}
              onRetry={() => void query.refetch()}
            />
            {answer.not_read > 0 && (
              <EuiText size="s">
                <p>{notReadText(answer.not_read)}</p>
              </EuiText>
            )}
            {answer.leftovers.length > 0 ? (
              <LeftoversTable answer={answer} isLoading={query.isFetching} onDelete={setDeleting} />
            ) : (
              answer.not_read === 0 && (
                <EuiText size="s">
                  <p>{noneText(answer)}</p>
                </EuiText>
              )
            )}
          </>
        )}
      </ReadPart>
      {/* the last one may leave the table while it is in the dialog */}
      {deleting && (
        <LeftoversDialog
          leftovers={deleting}
          onClose={() => setDeleting(null)}
          onEnded={() =>
            void queryClient.invalidateQueries({ queryKey: leftoversKey(dataSourceId) })
          }
        />
      )}
    </>
  );
}

interface LeftoversTableProps {
  answer: LeftoversAnswer;
  isLoading: boolean;
  onDelete(leftovers: readonly Leftover[]): void;
}

function LeftoversTable({ answer, isLoading, onDelete }: LeftoversTableProps) {
  const missing = useMissingPermissions();
  const whyNot = ({ kind }: Leftover) => {
    const permission = missing(kind);
    return permission === null ? null : missingPermissionText(permission);
  };
  return (
    <SelectableTable
      items={answer.leftovers}
      more={answer.more}
      isLoading={isLoading}
      columns={columns()}
      caption={i18n.translate('mlModels.leftovers.caption', {
        defaultMessage: 'Unused connectors, groups without a model, and content without a model',
      })}
      idOf={nodeKey}
      nameOf={({ name }) => name}
      whyNot={whyNot}
      deleteText={(count) =>
        i18n.translate('mlModels.leftovers.delete', {
          defaultMessage:
            'Delete {count, plural, =0 {selected} one {# selected} other {# selected}}',
          values: { count },
        })
      }
      onDelete={onDelete}
      subject={{ button: 'deleteLeftovers', row: ({ id }) => `leftoverRow-${id}` }}
    />
  );
}

/** The permission that the user lacks to delete a kind; null where none is known to be missing. */
function useMissingPermissions(): (kind: Leftover['kind']) => string | null {
  const permissions: Record<Leftover['kind'], Permission> = {
    connector: usePermission('delete_connector', { ask: true }),
    model_group: usePermission('delete_model_group', { ask: true }),
    model_remains: usePermission('delete_model', { ask: true }),
  };
  return (kind) => {
    const permission = permissions[kind];
    return permission.allowed === false ? permission.missing : null;
  };
}

function columns(): EuiBasicTableColumn<Leftover>[] {
  return [
    {
      field: 'name',
      name: nameLabel(),
      render: (_: unknown, { id, name, made_by: maker }: Leftover) => (
        <div>
          <Clamped>{name}</Clamped>
          <EuiText size="xs">
            {/* names of connectors are not unique; what is left of a model has none */}
            {name !== id && <p className="eui-textBreakAll">{id}</p>}
            {maker && <p className="eui-textBreakWord">{madeByText(maker.name)}</p>}
          </EuiText>
        </div>
      ),
    },
    {
      name: i18n.translate('mlModels.leftovers.kind', { defaultMessage: 'Kind' }),
      width: '20%',
      render: ({ kind }: Leftover) => <span>{leftoverLabel(kind)}</span>,
    },
    {
      name: i18n.translate('mlModels.leftovers.created', { defaultMessage: 'Created' }),
      width: '20%',
      render: ({ created_time: created }: Leftover) => (
        <span>{created === null ? '' : timeAgo(created)}</span>
      ),
    },
  ];
}

function notReadText(count: number): string {
  return i18n.translate('mlModels.leftovers.notRead', {
    defaultMessage: 'Couldn’t read {count, plural, one {# resource} other {# resources}}.',
    values: { count },
  });
}

function noneText({ coverage }: LeftoversAnswer): string {
  return notChecked(coverage).length > 0
    ? i18n.translate('mlModels.leftovers.notKnown', {
        defaultMessage: 'Some resources couldn’t be checked, so no connector is listed as unused.',
      })
    : i18n.translate('mlModels.leftovers.none', {
        defaultMessage: 'No unused connectors, and no groups or content without a model.',
      });
}
