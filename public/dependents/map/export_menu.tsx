import React, { useRef, useState } from 'react';
import { EuiButtonIcon, EuiContextMenuItem, EuiContextMenuPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { saveFile, saveText } from '../../components/download';
import { Popover } from '../../components/popover';
import { lineLabel } from '../../labels/dependent_labels';
import type { LineStyle } from './graph_view';
import { LINE_LOOKS } from './map_lines';
import { nodeLook, wholeCaption } from './map_nodes';
import { mapSvg, savedSize } from './map_svg';
import type { SavedLook, SavedMap, SavedNode } from './map_svg';
import { fileName } from './table_rows';
import type { LaidOut } from './use_flow_nodes';

interface Props {
  laidOut: LaidOut;
  modelName: string;
}

/** Saves the map as it is drawn now. */
export function ExportMenu({ laidOut, modelName }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const label = i18n.translate('mlModels.map.download', { defaultMessage: 'Download map' });

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

/** What is saved of a map: all of it as it is drawn now, the kinds that are open too. */
export function savedMap({ picture, places }: LaidOut, modelName: string): SavedMap {
  const cards = [...picture.nodes, ...[...picture.members.values()].flat()];
  const nodes = cards.flatMap((node): SavedNode[] => {
    const place = places.get(node.key);
    if (!place) return [];
    const look = nodeLook(node);
    const isFrame = node.type === 'kind' && node.isOpen;
    return [{ place, name: look.name, caption: wholeCaption(look), isFrame }];
  });
  const lines = [...new Set(picture.edges.map(({ line }) => line))];
  return {
    title: i18n.translate('mlModels.map.savedTitle', {
      defaultMessage: 'Dependencies and dependents of {name}',
      values: { name: modelName },
    }),
    nodes,
    edges: picture.edges,
    places,
    legend: lines.map((line) => ({ line, label: lineLabel(line) })),
  };
}

/** What browsers can draw at once, on each side, with some room to spare. */
const MOST_PIXELS = 8_192;

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The browser could not draw the map.'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/**
 * An SVG document as PNG, twice as fine as it is large where a browser can draw that.
 * @throws Error where the browser can't draw it
 */
async function toPng(
  svg: string,
  { width, height }: { width: number; height: number }
): Promise<Blob> {
  const image = await loaded(svg);
  const scale = Math.min(2, MOST_PIXELS / width, MOST_PIXELS / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser could not make a PNG of the map.');
  return blob;
}

/** What the page's own style sheets make of some classes of OUI, within an element of the page. */
function styleOf(className: string, within: Element): CSSStyleDeclaration {
  const probe = document.createElement('div');
  probe.className = className;
  within.appendChild(probe);
  const { color, backgroundColor, borderTopColor, fontFamily } = getComputedStyle(probe);
  const style = { color, backgroundColor, borderTopColor, fontFamily } as CSSStyleDeclaration;
  probe.remove();
  return style;
}

/** The colours and the font of the page's theme, for a map that is saved. */
function pageLook(within: Element): SavedLook {
  const text = styleOf('euiText', within);
  const panel = styleOf('euiPanel euiPanel--plain euiPanel--hasBorder', within);
  const line = (style: LineStyle) => {
    const { className, width, dash, round } = LINE_LOOKS[style];
    return {
      color: styleOf(className, within).color,
      attributes: {
        'stroke-width': width,
        ...(dash && { 'stroke-dasharray': dash }),
        ...(round && { 'stroke-linecap': 'round' }),
      },
    };
  };
  return {
    background: panel.backgroundColor,
    border: panel.borderTopColor,
    text: text.color,
    subdued: styleOf('euiTextColor euiTextColor--subdued', within).color,
    font: text.fontFamily,
    line: {
      blocks: line('blocks'),
      breaks: line('breaks'),
      possible: line('possible'),
      needs: line('needs'),
    },
  };
}
