import { Socket } from 'node:net';

/** Preloaded by launch.mjs, which holds the other end of this pipe for as long as it lives. */
const fromParent = new Socket({ fd: 3, readable: true, writable: false });
fromParent.on('error', () => {});
fromParent.on('close', () => process.kill(process.pid, 'SIGTERM'));
fromParent.resume();
fromParent.unref();
