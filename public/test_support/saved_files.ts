/** A file that the browser was asked to save. */
export interface SavedFile {
  name: string;
  blob: Blob;
  text(): Promise<string>;
}

/** jsdom has no `Blob.text`. */
function readText(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(blob);
  });
}

/** The files that the browser is asked to save from now on, until `jest.restoreAllMocks`. */
export function watchSavedFiles(): SavedFile[] {
  const files: SavedFile[] = [];
  let made = new Blob();
  URL.createObjectURL = (content) => {
    if (content instanceof Blob) made = content;
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement
  ) {
    const blob = made;
    files.push({ name: this.download, blob, text: () => readText(blob) });
  });
  return files;
}
