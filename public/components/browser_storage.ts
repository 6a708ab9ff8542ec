/** What was kept in this browser under a key; null where there is nothing, or storage is forbidden. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text in this browser. Where that is forbidden or full it lasts as long as the page. */
export function writeStored(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // it lasts as long as the page
  }
}
