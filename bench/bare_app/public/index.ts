import type { CoreSetup } from '../../../public/platform/types';

/** What the platform calls to get the plugin. */
export function plugin() {
  return {
    setup(core: CoreSetup) {
      core.application.register({
        id: 'bare-models',
        title: 'Bare models',
        async mount({ element }) {
          const [{ renderList }, [{ http }]] = await Promise.all([
            import('./bare_list'),
            core.getStartServices(),
          ]);
          return renderList(http, element);
        },
      });
    },
    start() {},
  };
}
