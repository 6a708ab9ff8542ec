/** Has the browser save a file, such as a text of a type. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // the browser has taken the file only once this task is over
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Has the browser save a text as a file, JSON unless told otherwise. */
export function saveText(name: string, text: string, type = 'application/json'): void {
  saveFile(name, new Blob([text], { type }));
}
