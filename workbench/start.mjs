import { launch } from './setup/launch.mjs';

launch(new URL('./main.ts', import.meta.url));
