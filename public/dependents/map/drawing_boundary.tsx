import { Component } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** Stands in place of a map that could not be drawn. */
  instead: ReactNode;
  children: ReactNode;
}

/** Keeps the page, and the table that says the same, where the map can't be drawn. */
export class DrawingBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}
