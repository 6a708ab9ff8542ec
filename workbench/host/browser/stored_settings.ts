type Stored = Record<string, { userValue?: unknown } | undefined>;

const KEY = 'uiSettings';

function stored(): Stored {
  try {
    return JSON.parse(window.localStorage.getItem(KEY) ?? '{}') as Stored;
  } catch {
    return {};
  }
}

/** What was chosen in this browser: undefined where nothing was. */
export function storedSetting(name: string): unknown {
  return stored()[name]?.userValue;
}

/** Keeps what was chosen, and draws the page anew with it: `asked` in its address says no more. */
export function storeSettings(values: Record<string, unknown>, asked: string): void {
  const chosen = Object.entries(values).map(([name, userValue]) => [name, { userValue }]);
  const settings = { ...stored(), ...(Object.fromEntries(chosen) as Stored) };
  window.localStorage.setItem(KEY, JSON.stringify(settings));
  const address = new URL(window.location.href);
  address.searchParams.delete(asked);
  if (address.href === window.location.href) window.location.reload();
  else window.location.replace(address);
}
