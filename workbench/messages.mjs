import { launch } from './setup/launch.mjs';

launch(new URL('./messages/main.ts', import.meta.url));
