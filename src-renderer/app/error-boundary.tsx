import { Component, type ReactNode } from 'react';
import { BrokenPart } from './broken-part.tsx';

/** Keeps a fault of one part from taking the window down. Give it a key, so that another part starts anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? (
      <BrokenPart onReload={() => this.setState({ isBroken: false })} />
    ) : (
      this.props.children
    );
  }
}
