import { launch } from '../../workbench/setup/launch.mjs';

launch(new URL('./main.ts', import.meta.url));
