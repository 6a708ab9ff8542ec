import React, { useCallback, useEffect, useMemo, useState } from 'react';
import { EuiLoadingContent, EuiSpacer } from '@elastic/eui';
import { ReactFlow, ReactFlowProvider } from '@xyflow/react';
import STRUCTURE from '@xyflow/react/dist/base.css';
import { drawPicture, type MapNode } from '../picture';
import type { MapProps } from '../map_props';
import { Card } from './card';
import { Frame } from './frame';
import { Legend } from './legend';
import { Line } from './line';
import { MapArea } from './map_area';
import { Toolbar } from './toolbar';
import { useFlowEdges } from './use_flow_edges';
import { useFlowNodes } from './use_flow_nodes';
import { useKeys } from './use_keys';
import { useLayout, type LaidOut } from './use_layout';
import { useView } from './use_view';
import { MAX_ZOOM, MIN_ZOOM } from './view';

const NODE_TYPES = { card: Card, frame: Frame };
const EDGE_TYPES = { line: Line };

/** The browser's own: among many cards the shadow of OUI's alone is easily missed. */
const FOCUS_RING = '.react-flow__node button:focus-visible { outline: auto }';

/** The map itself: nodes and lines, what moves it, what its lines mean. */
export default function MapCanvas(props: MapProps) {
  const { graph, modelId } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState<string | null>(null);
  const picture = useMemo(() => drawPicture(graph, modelId, open), [graph, modelId, open]);
  const laidOut = useLayout(picture);
  const toggle = useCallback((key: string) => {
    setHeld(key);
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  if (!laidOut) return <EuiLoadingContent lines={6} />;
  return (
    <ReactFlowProvider>
      <style>{STRUCTURE + FOCUS_RING}</style>
      <Drawn {...props} laidOut={laidOut} held={held} onToggle={toggle} />
    </ReactFlowProvider>
  );
}

interface DrawnProps extends MapProps {
  laidOut: LaidOut;
  /** The kind that was opened or closed last. */
  held: string | null;
  onToggle(key: string): void;
}

function Drawn({ laidOut, held, modelId, modelName, chosen, onChoose, onToggle }: DrawnProps) {
  const self = `model/${modelId}`;
  const [focused, setFocused] = useState({ key: self, turn: 0 });
  const active = laidOut.places.has(focused.key) ? focused.key : (held ?? self);
  const view = useView(laidOut, self, held);

  useEffect(() => {
    // the panel takes room from the map
    const place = chosen === null ? undefined : laidOut.places.get(chosen);
    if (place) view.show(place);
  }, [chosen, laidOut, view]);

  const onMove = useCallback(
    (key: string) => {
      setFocused(({ turn }) => ({ key, turn: turn + 1 }));
      const place = laidOut.places.get(key);
      if (place) view.show(place);
    },
    [laidOut, view]
  );
  const onFocus = useCallback((key: string) => setFocused({ key, turn: 0 }), []);
  const onPress = useCallback(
    (node: MapNode) => {
      // a kind is drawn anew and keeps the focus; what else is opened gives it to its panel
      setFocused({ key: node.key, turn: node.type === 'kind' ? 1 : 0 });
      if (node.type === 'kind') onToggle(node.key);
      else onChoose(node.key);
    },
    [onToggle, onChoose]
  );
  const onKeyDown = useKeys({ places: laidOut.places, active, self, view, onMove });
  const nodes = useFlowNodes(laidOut, {
    active,
    chosen,
    focusTurn: focused.turn,
    onPress,
    onFocus,
  });
  const edges = useFlowEdges(laidOut, chosen);
  return (
    <>
      <Toolbar laidOut={laidOut} modelName={modelName} view={view} onToggle={onToggle} />
      <EuiSpacer size="s" />
      <MapArea modelName={modelName} onKeyDown={onKeyDown}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          {...LOOKED_AT_ONLY}
        />
      </MapArea>
      <EuiSpacer size="s" />
      <Legend />
    </>
  );
}

/** Nothing is edited; keys are the map's own; the wheel scrolls the page, with Ctrl it zooms. */
const LOOKED_AT_ONLY = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  zoomOnScroll: false,
  zoomOnDoubleClick: false,
  preventScrolling: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: null,
  disableKeyboardA11y: true,
  proOptions: { hideAttribution: true },
};
