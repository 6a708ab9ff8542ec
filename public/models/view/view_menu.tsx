import React, { useState } from 'react';
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
import { Popover } from '../../components';
import { columnWords, COLUMNS, REFRESH_SECONDS } from './list_view';
import type { Column, ListView } from './list_view';

interface Props {
  view: ListView;
  onChange(part: Partial<ListView>): void;
}

/** Which columns stand in the list, how dense it is, and how often it is read anew. */
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
          label={columnWords(column)}
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
      label={i18n.translate('mlModels.view.refresh', { defaultMessage: 'Refresh by itself' })}
      helpText={i18n.translate('mlModels.view.refreshHelp', {
        defaultMessage:
          'It waits while you are on the list, so that nothing moves under your hand.',
      })}
    >
      <EuiSelect
        compressed
        data-test-subj="listViewRefresh"
        value={String(view.refreshSeconds)}
        options={REFRESH_SECONDS.map((seconds) => ({
          value: String(seconds),
          text: refreshWords(seconds),
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

function refreshWords(seconds: number): string {
  return seconds === 0
    ? i18n.translate('mlModels.view.refreshNever', { defaultMessage: 'Never' })
    : i18n.translate('mlModels.view.refreshEvery', {
        defaultMessage: 'Every {seconds} seconds',
        values: { seconds },
      });
}
