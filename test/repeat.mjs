import { launch } from '../workbench/setup/launch.mjs';

launch(new URL('./repeat.ts', import.meta.url));
