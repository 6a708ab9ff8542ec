import React, { useCallback, useEffect, useRef, useState } from 'react';
import {
  EuiButtonEmpty,
  EuiCheckbox,
  EuiFormRow,
  EuiPopoverTitle,
  EuiSelect,
  EuiSpacer,
  EuiSwitch,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { readStored, writeStored } from '../../components/browser_storage';
import { Popover } from '../../components/popover';

interface Props {
  view: ListView;
  onChange(part: Partial<ListView>): void;
}

/** Which columns are in the list, how dense it is, and how often it is read again. */
export function ViewMenu({ view, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const label = i18n.translate('mlModels.view.title', { defaultMessage: 'View' });
  return (
    <Popover
      aria-label={label}
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      anchorPosition="downRight"
      button={
        <EuiButtonEmpty
          size="s"
          iconType="controlsHorizontal"
          data-test-subj="listView"
          onClick={() => setIsOpen(!isOpen)}
        >
          {label}
        </EuiButtonEmpty>
      }
    >
      <EuiPopoverTitle>{label}</EuiPopoverTitle>
      <Columns view={view} onChange={onChange} />
      <EuiSpacer size="m" />
      <EuiSwitch
        compressed
        label={i18n.translate('mlModels.view.dense', { defaultMessage: 'Compact rows' })}
        data-test-subj="listViewDense"
        checked={view.isDense}
        onChange={({ target }) => onChange({ isDense: target.checked })}
      />
      <EuiSpacer size="m" />
      <Refresh view={view} onChange={onChange} />
    </Popover>
  );
}

function Columns({ view, onChange }: Props) {
  const [idOf] = useState(() => htmlIdGenerator('column'));
  const choose = (column: Column, isShown: boolean) => {
    const others = view.hidden.filter((one) => one !== column);
    onChange({ hidden: isShown ? others : [...others, column] });
  };
  return (
    <fieldset>
      <legend className="euiScreenReaderOnly">
        {i18n.translate('mlModels.view.columns', { defaultMessage: 'Columns' })}
      </legend>
      {COLUMNS.map((column) => (
        <EuiCheckbox
          key={column}
          id={idOf(column)}
          label={columnLabel(column)}
          data-test-subj={`listViewColumn-${column}`}
          checked={!view.hidden.includes(column)}
          onChange={({ target }) => choose(column, target.checked)}
        />
      ))}
    </fieldset>
  );
}

function Refresh({ view, onChange }: Props) {
  return (
    <EuiFormRow
      display="rowCompressed"
      label={i18n.translate('mlModels.view.refresh', { defaultMessage: 'Auto-refresh' })}
      helpText={i18n.translate('mlModels.view.refreshHelp', {
        defaultMessage: 'Pauses while you use the list.',
      })}
    >
      <EuiSelect
        compressed
        data-test-subj="listViewRefresh"
        value={String(view.refreshSeconds)}
        options={REFRESH_SECONDS.map((seconds) => ({
          value: String(seconds),
          text: refreshLabel(seconds),
        }))}
        onChange={({ target }) =>
          onChange({
            refreshSeconds: REFRESH_SECONDS.find((one) => String(one) === target.value) ?? 0,
          })
        }
      />
    </EuiFormRow>
  );
}

function refreshLabel(seconds: number): string {
  return seconds === 0
    ? i18n.translate('mlModels.view.refreshNever', { defaultMessage: 'Never' })
    : i18n.translate('mlModels.view.refreshEvery', {
        defaultMessage: 'Every {seconds} seconds',
        values: { seconds },
      });
}

/** The columns that can be left out; the name and the actions are always there. */
const COLUMNS = [
  'id',
  'model_group',
  'function_name',
  'state',
  'usage',
  'last_deployed_time',
  'last_updated_time',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How often the list is read again by itself, in seconds; 0 is never. */
const REFRESH_SECONDS = [0, 10, 30, 60] as const;
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

/** A column by the name that is over it. */
export function columnLabel(column: Column): string {
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

const KEY = 'mlModels.listView';

/** How this admin likes the list, and how to change a part of it. */
export function useListView(): [ListView, (part: Partial<ListView>) => void] {
  const [view, setView] = useState(() => readListView(readStored(KEY)));
  const change = useCallback((part: Partial<ListView>) => {
    setView((before) => {
      const after = { ...before, ...part };
      writeStored(KEY, JSON.stringify(after));
      return after;
    });
  }, []);
  return [view, change];
}

interface Options {
  /** 0 is never. */
  seconds: number;
  refresh(): void;
  isRefreshing: boolean;
  /** Whether the admin is just about to do something: then nothing may move. */
  isBusy(): boolean;
}

/** Looks again this often whether a refresh that was due may come now. */
const LOOK_EVERY_MS = 1_000;

/**
 * Refreshes every so many seconds, but never while the admin is busy: it waits until then. Gives
 * whether the refresh under way came by itself, which is no news to be read out.
 */
export function useAutoRefresh({ seconds, refresh, isRefreshing, isBusy }: Options): boolean {
  const [cameByItself, setCameByItself] = useState(false);
  const latest = useRef({ refresh, isBusy });
  useEffect(() => {
    latest.current = { refresh, isBusy };
  });
  useEffect(() => {
    if (seconds === 0) return;
    let due = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      if (Date.now() < due || document.hidden || latest.current.isBusy()) return;
      due = Date.now() + seconds * 1000;
      setCameByItself(true);
      latest.current.refresh();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [seconds]);
  useEffect(() => {
    if (!isRefreshing) setCameByItself(false);
  }, [isRefreshing]);
  return cameByItself;
}

/**
 * Whether something in an element, or in a popover that it opened, is about to be pressed: the
 * pointer or the focus is there. OUI draws popovers at the end of the page.
 */
export function isUserInteracting(element: HTMLElement | null): boolean {
  if (!element) return false;
  const { activeElement } = document;
  return (
    element.matches(':hover') ||
    element.contains(activeElement) ||
    Boolean(activeElement?.closest('.euiPopover__panel'))
  );
}
