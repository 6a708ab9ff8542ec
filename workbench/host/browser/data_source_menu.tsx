import React, { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { EuiButtonEmpty, EuiHeaderLinks, EuiPopover, EuiSelectable } from '@elastic/eui';
import type {
  DataSourceManagementSetup,
  DataSourceMenuProps,
  DataSourceOption,
} from '../../../public/platform/types';
import type { DataSource } from '../injected_metadata';

const LOCAL = { id: '', label: 'Local cluster' };

/**
 * The plugin `dataSourceManagement`, of which the workbench has the menu that chooses one data
 * source: undefined where there are none, as with the platform's feature switched off.
 */
export function dataSourceManagement(
  sources: readonly DataSource[]
): DataSourceManagementSetup | undefined {
  if (sources.length === 0) return undefined;
  return { ui: { getDataSourceMenu: () => (props) => <Menu {...props} sources={sources} /> } };
}

interface Props extends DataSourceMenuProps {
  sources: readonly DataSource[];
}

/** Says what it chose as soon as it is there; like the platform's, reads what is chosen only then. */
function Menu({ sources, componentConfig, setMenuMountPoint }: Props) {
  const { activeOption, dataSourceFilter, onSelectedDataSources } = componentConfig;
  const [options] = useState(() => [
    LOCAL,
    ...sources
      .filter((attributes) => dataSourceFilter({ attributes }))
      .map(({ id, title }) => ({ id, label: title })),
  ]);
  const [shown, setShown] = useState<DataSourceOption>();
  const target = useMenuPlace(setMenuMountPoint);
  useEffect(() => {
    // the platform asks its server for them first
    const timer = window.setTimeout(() => {
      const wanted = activeOption?.[0] ?? LOCAL;
      const found = options.find(({ id }) => id === wanted.id);
      setShown(found);
      onSelectedDataSources(found ? [found] : []);
    }, 0);
    return () => window.clearTimeout(timer);
  }, []);
  if (!target) return null;
  const choose = (option: DataSourceOption) => {
    setShown(option);
    onSelectedDataSources([option]);
  };
  return createPortal(
    <EuiHeaderLinks gutterSize="xs">
      <Choice options={options} shown={shown} onChoose={choose} />
    </EuiHeaderLinks>,
    target
  );
}

function useMenuPlace(setMenuMountPoint: DataSourceMenuProps['setMenuMountPoint']) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let isMounted = true;
    setMenuMountPoint((element) => {
      setTarget(element);
      return () => {
        if (isMounted) setTarget(null);
      };
    });
    return () => {
      isMounted = false;
      setMenuMountPoint(undefined);
    };
  }, [setMenuMountPoint]);
  return target;
}

interface ChoiceProps {
  options: DataSourceOption[];
  shown: DataSourceOption | undefined;
  onChoose(option: DataSourceOption): void;
}

function Choice({ options, shown, onChoose }: ChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <EuiPopover
      aria-label="Data sources"
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="s"
      anchorPosition="downLeft"
      button={
        <EuiButtonEmpty
          size="s"
          color="text"
          iconType="database"
          aria-label={`Data source: ${shown?.label ?? 'none'}`}
          data-test-subj="dataSourceSelectableContextMenuHeaderLink"
          onClick={() => setOpen(!isOpen)}
        >
          {shown?.label}
        </EuiButtonEmpty>
      }
    >
      <EuiSelectable
        aria-label="Data sources"
        singleSelection
        options={options.map(({ id, label = id }) => ({
          key: id,
          label,
          checked: id === shown?.id ? ('on' as const) : undefined,
        }))}
        onChange={(changed: Array<{ key?: string; checked?: string }>) => {
          const key = changed.find(({ checked }) => checked === 'on')?.key;
          const option = options.find(({ id }) => id === key);
          setOpen(false);
          if (option) onChoose(option);
        }}
        data-test-subj="dataSourceSelectable"
      >
        {(list) => <div style={LIST_WIDTH}>{list}</div>}
      </EuiSelectable>
    </EuiPopover>
  );
}

const LIST_WIDTH = { width: 240 } as const;
