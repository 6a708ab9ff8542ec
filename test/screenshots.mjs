import { launch } from '../workbench/setup/launch.mjs';

launch(new URL('./screenshots.ts', import.meta.url));
