import { layOut, type ToLayOut } from './layers';

/** Lays out what it is sent, beside the page. */
self.onmessage = ({ data }: MessageEvent<ToLayOut>) => self.postMessage(layOut(data));
