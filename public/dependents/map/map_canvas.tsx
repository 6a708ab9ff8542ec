import React, { useCallback, useEffect, useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import {
  EuiLoadingContent,
  EuiPanel,
  EuiScreenReaderOnly,
  EuiSpacer,
  htmlIdGenerator,
} from '@elastic/eui';
import { ReactFlow, ReactFlowProvider } from '@xyflow/react';
import STRUCTURE from '@xyflow/react/dist/base.css';
import { i18n } from '@osd/i18n';
import type { MapProps } from './dependency_map';
import { buildGraphView, type MapNode } from './graph_view';
import type { Rect } from './layout/geometry';
import { type Direction, nextPlace } from './layout/places';
import { Line, useFlowEdges } from './map_lines';
import { Card, Frame } from './map_nodes';
import { Legend, Toolbar } from './toolbar';
import { type LaidOut, useFlowNodes, useLayout } from './use_flow_nodes';
import { useViewport } from './use_viewport';
import type { MapViewport } from './use_viewport';
import { MAX_ZOOM, MIN_ZOOM } from './viewport';

const NODE_TYPES = { card: Card, frame: Frame };
const EDGE_TYPES = { line: Line };

/** The browser's own: among many cards the shadow of OUI's alone is easily missed. */
const FOCUS_RING = '.react-flow__node button:focus-visible { outline: auto }';

/** The map itself: nodes and lines, what moves it, what its lines mean. */
export function MapCanvas(props: MapProps) {
  const { graph, modelId } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState<string | null>(null);
  const picture = useMemo(() => buildGraphView(graph, modelId, open), [graph, modelId, open]);
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
  const view = useViewport(laidOut, self, held);

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
      // a kind is drawn again and keeps the focus; what else is opened gives it to its panel
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
          {...READ_ONLY}
        />
      </MapArea>
      <EuiSpacer size="s" />
      <Legend />
    </>
  );
}

/** Nothing is edited; keys are the map's own; the wheel scrolls the page, with Ctrl it zooms. */
const READ_ONLY = {
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

interface Props {
  modelName: string;
  children: ReactNode;
  onKeyDown(event: KeyboardEvent): void;
}

/** Where the map is drawn: as high as leaves room for what is around it. */
const HEIGHT = { height: 'clamp(380px, calc(100vh - 440px), 960px)' };
const FILL = { height: '100%' };

/** The map's place on the page, with how it is used by keys, and where its words are. */
function MapArea({ modelName, children, onKeyDown }: Props) {
  const [helpId] = useState(htmlIdGenerator('dependencyMap'));
  return (
    <EuiPanel paddingSize="none" hasBorder hasShadow={false} style={HEIGHT}>
      <EuiScreenReaderOnly>
        <p id={helpId}>
          {i18n.translate('mlModels.map.help', {
            defaultMessage:
              'Use the arrow keys to move, Enter to open, and Home to go to the model. Press plus or minus to zoom and 0 to see all. The table below has the same content.',
          })}
        </p>
      </EuiScreenReaderOnly>
      <div
        role="group"
        aria-label={i18n.translate('mlModels.map.label', {
          defaultMessage: 'Map of the dependencies and dependents of {name}',
          values: { name: modelName },
        })}
        aria-describedby={helpId}
        data-test-subj="dependencyMap"
        style={FILL}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </EuiPanel>
  );
}

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface Options {
  places: ReadonlyMap<string, Rect>;
  active: string;
  /** Where Home leads to. */
  self: string;
  view: MapViewport;
  /** Moves the focus to a node. */
  onMove(key: string): void;
}

/** Arrows go from node to node, Home to the model; + - and 0 zoom in, out, and fit. */
function useKeys({ places, active, self, view, onMove }: Options) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = DIRECTIONS[event.key];
      const target =
        event.key === 'Home' ? self : direction && nextPlace(places, active, direction);
      if (target !== undefined) onMove(target);
      else if (event.key === '+' || event.key === '=') view.zoomIn();
      else if (event.key === '-') view.zoomOut();
      else if (event.key === '0') view.fit();
      else if (!direction) return;
      event.preventDefault();
    },
    [places, active, self, view, onMove]
  );
}
