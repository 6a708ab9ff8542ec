import type { History, Location, LocationDescriptorObject, LocationListener } from 'history';

/**
 * The part of the browser's history that belongs to one application. As in the platform, its root
 * has an empty path, it can't block, and it is of no use once the application has been left.
 */
export function createScopedHistory(parent: History, prefix: string): History {
  const listeners = new Set<LocationListener>();
  let isActive = true;

  const unlisten = parent.listen((location, action) => {
    if (!isWithin(location.pathname, prefix)) {
      isActive = false;
      unlisten();
      return;
    }
    for (const listener of [...listeners]) listener(stripped(location, prefix), action);
  });
  const active = () => {
    if (!isActive) throw new Error(`The history of ${prefix} was used after it had been left`);
    return parent;
  };
  const pathWithin = (path: string) =>
    path ? `${prefix}/${path}`.replace(/\/{2,}/g, '/') : prefix;
  const within = (target: LocationDescriptorObject): LocationDescriptorObject =>
    target.pathname === undefined ? target : { ...target, pathname: pathWithin(target.pathname) };

  return {
    get length() {
      return active().length;
    },
    get action() {
      return active().action;
    },
    get location() {
      return stripped(active().location, prefix);
    },
    push(target: string | LocationDescriptorObject, state?: unknown) {
      if (typeof target === 'string') active().push(pathWithin(target), state);
      else active().push(within(target));
    },
    replace(target: string | LocationDescriptorObject, state?: unknown) {
      if (typeof target === 'string') active().replace(pathWithin(target), state);
      else active().replace(within(target));
    },
    go: (n) => active().go(n),
    goBack: () => active().goBack(),
    goForward: () => active().goForward(),
    block() {
      throw new Error('history.block is not supported.');
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    createHref: (target) => active().createHref({ pathname: prefix, ...within(target) }),
  };
}

/** Whether a path belongs to the application at this prefix. */
export function isWithin(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}

function stripped(location: Location, prefix: string): Location {
  return { ...location, pathname: location.pathname.slice(prefix.length) };
}
