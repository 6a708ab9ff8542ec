/** What was kept in this browser under a key; null where there is nothing, or storage is forbidden. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a text in this browser. Where that is forbidden or full it lasts as long as the page: then
 * the answer is false.
 */
export function writeStored(key: string, text: string): boolean {
  try {
    window.localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Keeps nothing under a key any longer. */
export function removeStored(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // there is nothing then
  }
}
