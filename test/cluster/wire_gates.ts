interface Gate {
  reached: Promise<void>;
  reach(): void;
  opened: Promise<void>;
  open(): void;
  close(error: Error): void;
}

function makeGate(): Gate {
  let reach = () => {};
  let open = () => {};
  let close: Gate['close'] = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    close = reject;
  });
  // a gate at which nobody waits may close
  opened.catch(() => {});
  return { reached, reach, opened, open, close };
}

/** Where requests wait on the wire until they are told to go on; each gate by its name. */
export class Gates {
  private readonly gates = new Map<string, Gate>();

  /** Waits at a gate. @throws Error where the gate is taken away meanwhile */
  async hold(name: string): Promise<void> {
    const gate = this.named(name);
    gate.reach();
    await gate.opened;
  }

  /** Resolves once something waits, or has waited, at a gate. */
  reached(name: string): Promise<void> {
    return this.named(name).reached;
  }

  open(name: string): void {
    this.named(name).open();
  }

  /** Drops what waits at a gate: nothing more becomes of it. */
  lose(name: string): void {
    this.named(name).close(new Error('What waited here is lost.'));
  }

  /** Takes all gates away. */
  clear(): void {
    for (const gate of this.gates.values()) gate.close(new Error('This gate is no more.'));
    this.gates.clear();
  }

  private named(name: string): Gate {
    const gate = this.gates.get(name) ?? makeGate();
    this.gates.set(name, gate);
    return gate;
  }
}
