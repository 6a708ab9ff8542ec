import { createHash } from 'node:crypto';
import { SIZE } from '../size';

/** An id such as ML Commons makes, the same in every run. */
function generatedId(kind: string, number: number): string {
  return createHash('sha256').update(`${kind} ${number}`).digest('base64url').slice(0, 20);
}

export const modelId = (number: number): string => generatedId('model', number);
export const groupId = (number: number): string => generatedId('group', number);
export const agentId = (number: number): string => generatedId('agent', number);
export const connectorId = (number: number): string => generatedId('connector', number);

/** Named by every fifteenth pipeline, and by no agent. */
export const BUSY_MODEL = modelId(0);

/** Of what is filled in last: in use, and to take its place. Both are remote. */
export const REPLACED_MODEL = modelId(SIZE.models + 1);
export const REPLACEMENT_MODEL = modelId(SIZE.models + 2);

const PIPELINES_PER_USE_OF_BUSY_MODEL = 15;
const MODELS_IN_USE = Math.round(SIZE.models * 0.3);

/** One of the three tenths of all models that are in use, without the busy one. */
function usedModel(number: number): string {
  return modelId(1 + (number % (MODELS_IN_USE - 1)));
}

/** The model that a pipeline names. */
export function modelOfPipeline(number: number): string {
  return number % PIPELINES_PER_USE_OF_BUSY_MODEL === 0 ? BUSY_MODEL : usedModel(number);
}

/** The models that an agent names: its own and one for a tool. */
export function modelsOfAgent(number: number): { llm: string; tool: string } {
  return { llm: usedModel(number % 40), tool: usedModel(number * 3) };
}
