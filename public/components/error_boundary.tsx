import { Component } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** In place of what could not be drawn; `retry` draws it anew. */
  instead(error: unknown, retry: () => void): ReactNode;
  children: ReactNode;
}

/**
 * Keeps the rest of the page where a part of it can't be drawn: React would take away all of it.
 * React itself reports the error on the console.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = UNBROKEN;

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return this.props.instead(failure.error, () => this.setState(UNBROKEN));
  }
}

interface State {
  failure: { error: unknown } | null;
}
const UNBROKEN: State = { failure: null };
