import { rspack } from '@rspack/core';
import type { Chunk, Compilation, Module, RspackOptions } from '@rspack/core';

export interface Bundled {
  /** Names of the emitted files. */
  files: string[];
  /** Absolute paths of the source files that are in them. */
  modules: string[];
}

/** Runs Rspack once; an error or a warning of its own fails the build. */
export function runRspack(options: RspackOptions): Promise<Bundled> {
  return new Promise((resolve, reject) => {
    const compiler = rspack(options);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) return reject(error);
        if (!stats) return reject(new Error('Rspack gave no result'));
        if (stats.hasErrors() || stats.hasWarnings()) {
          const report = stats.toString({ all: false, errors: true, warnings: true });
          return reject(new Error(`Bundling failed:\n${report}`));
        }
        resolve(bundled);
      });
    });
    let bundled: Bundled = { files: [], modules: [] };
    // Modules are read while the compilation is alive: afterwards they are gone.
    compiler.hooks.afterEmit.tap('modules', (compilation) => {
      bundled = {
        files: Object.keys(compilation.assets),
        modules: [...new Set([...compilation.chunks].flatMap((one) => sources(compilation, one)))],
      };
    });
  });
}

function sources(compilation: Compilation, chunk: Chunk): string[] {
  return compilation.chunkGraph.getChunkModules(chunk).flatMap(parts).flatMap(resource);
}

/** A concatenated module counts as the modules that went into it. */
function parts(module: Module): Module[] {
  return 'modules' in module && Array.isArray(module.modules) ? module.modules : [module];
}

function resource(module: Module): string[] {
  const name = module.nameForCondition();
  return name ? [name] : [];
}
