import { i18n } from '@osd/i18n';

/** The columns that can be left out; the name and the actions always stand. */
export const COLUMNS = [
  'id',
  'model_group',
  'function_name',
  'state',
  'usage',
  'last_deployed_time',
  'last_updated_time',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How often the list is read anew by itself, in seconds; 0 is never. */
export const REFRESH_SECONDS = [0, 10, 30, 60] as const;
export type RefreshSeconds = (typeof REFRESH_SECONDS)[number];

/** How one admin likes the list: kept in the browser, since it is no part of what a link shows. */
export interface ListView {
  hidden: readonly Column[];
  isDense: boolean;
  refreshSeconds: RefreshSeconds;
}

export const DEFAULT_LIST_VIEW: ListView = {
  hidden: ['last_deployed_time'],
  isDense: false,
  refreshSeconds: 0,
};

/** The view that a stored text says; what makes no sense in it counts as not there. */
export function readListView(text: string | null): ListView {
  const { hidden, isDense, refreshSeconds } = parsed(text);
  const defaults = DEFAULT_LIST_VIEW;
  return {
    hidden: Array.isArray(hidden) ? COLUMNS.filter((one) => hidden.includes(one)) : defaults.hidden,
    isDense: typeof isDense === 'boolean' ? isDense : defaults.isDense,
    refreshSeconds:
      REFRESH_SECONDS.find((seconds) => seconds === refreshSeconds) ?? defaults.refreshSeconds,
  };
}

function parsed(text: string | null): Partial<Record<keyof ListView, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** A column by the name that stands over it. */
export function columnWords(column: Column): string {
  switch (column) {
    case 'id':
      return i18n.translate('mlModels.column.id', { defaultMessage: 'ID' });
    case 'model_group':
      return i18n.translate('mlModels.column.group', { defaultMessage: 'Group · version' });
    case 'function_name':
      return i18n.translate('mlModels.column.function', { defaultMessage: 'Function' });
    case 'state':
      return i18n.translate('mlModels.column.state', { defaultMessage: 'State' });
    case 'usage':
      return i18n.translate('mlModels.column.usedBy', { defaultMessage: 'Used by' });
    case 'last_deployed_time':
      return i18n.translate('mlModels.column.lastDeployed', { defaultMessage: 'Last deployed' });
    case 'last_updated_time':
      return i18n.translate('mlModels.column.changed', { defaultMessage: 'Changed' });
  }
}
