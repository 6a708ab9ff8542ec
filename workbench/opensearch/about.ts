import { z } from 'zod';

/** What an OpenSearch says of itself at `/`; nothing else answers so. */
export const aboutSchema = z.object({ version: z.object({ number: z.string() }) });
