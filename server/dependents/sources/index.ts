import type { Source } from '../source';
import { agents } from './agents';
import { ingestPipelines, searchPipelines } from './pipelines';

/** Every kind of resource that is read for references, in the order in which they are told. */
export const SOURCES: readonly Source[] = [ingestPipelines, searchPipelines, agents];
