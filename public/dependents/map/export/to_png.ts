/** What browsers can draw at once, on each side, with some room to spare. */
const MOST_PIXELS = 8_192;

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The browser could not draw the map.'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/**
 * An SVG document as PNG, twice as fine as it is large where a browser can draw that.
 * @throws Error where the browser can't draw it
 */
export async function toPng(
  svg: string,
  { width, height }: { width: number; height: number }
): Promise<Blob> {
  const image = await loaded(svg);
  const scale = Math.min(2, MOST_PIXELS / width, MOST_PIXELS / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser could not make a PNG of the map.');
  return blob;
}
