import React, { useRef, useState } from 'react';
import { EuiButtonIcon, EuiContextMenuItem, EuiContextMenuPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Popover, saveFile, saveText } from '../../../components';
import type { LaidOut } from '../canvas/use_layout';
import { fileName } from '../file_name';
import { mapSvg, savedSize } from './map_svg';
import { pageLook } from './page_look';
import { savedMap } from './saved_map';
import { toPng } from './to_png';

interface Props {
  laidOut: LaidOut;
  modelName: string;
}

/** Saves the map as it is drawn now. */
export function ExportMenu({ laidOut, modelName }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const label = i18n.translate('mlModels.map.download', { defaultMessage: 'Download the map' });

  const drawn = () => {
    const map = savedMap(laidOut, modelName);
    return { svg: mapSvg(map, pageLook(around.current ?? document.body)), size: savedSize(map) };
  };
  const saveSvg = () => {
    saveText(fileName('map', modelName, 'svg'), drawn().svg, 'image/svg+xml');
    setOpen(false);
  };
  const savePng = async () => {
    try {
      const { svg, size } = drawn();
      saveFile(fileName('map', modelName, 'png'), await toPng(svg, size));
      setOpen(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const items = [
    <EuiContextMenuItem key="svg" icon="vector" onClick={saveSvg} data-test-subj="downloadMapSvg">
      {i18n.translate('mlModels.map.asSvg', { defaultMessage: 'As SVG' })}
    </EuiContextMenuItem>,
    <EuiContextMenuItem
      key="png"
      icon="image"
      onClick={() => void savePng()}
      data-test-subj="downloadMapPng"
    >
      {i18n.translate('mlModels.map.asPng', { defaultMessage: 'As PNG' })}
      {failure !== null && (
        <EuiText size="xs" color="danger">
          <span role="alert">{failure}</span>
        </EuiText>
      )}
    </EuiContextMenuItem>,
  ];
  return (
    <div ref={around}>
      <Popover
        aria-label={label}
        isOpen={isOpen}
        closePopover={() => setOpen(false)}
        panelPaddingSize="none"
        button={
          <EuiButtonIcon
            iconType="download"
            color="text"
            aria-label={label}
            data-test-subj="downloadMap"
            onClick={() => {
              setFailure(null);
              setOpen(!isOpen);
            }}
          />
        }
      >
        <EuiContextMenuPanel items={items} />
      </Popover>
    </div>
  );
}
