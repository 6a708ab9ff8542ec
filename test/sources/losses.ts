import type { Fault } from '../cluster/wire';

/** One way in which a source gets lost, and what a review says of it then. */
export interface Loss {
  name: string;
  answer: Fault['answer'];
  state: 'forbidden' | 'failed';
  words: RegExp;
  /** Whether a list and a delete are tried in it too: once where the cluster answers, once not. */
  isFollowed?: boolean;
}

const FORBIDDEN = 'no permissions for [cluster:admin/test/read] and User [name=test]';
const BROKEN = 'the test broke this on purpose';

function refusal(status: number, type: string, reason: string) {
  return { status, body: JSON.stringify({ error: { type, reason }, status }) };
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[[\]]/g, '\\$&')}$`);
}

export const LOSSES: Record<
  'forbidden' | 'failing' | 'silent' | 'truncated' | 'stalled' | 'shortened',
  Loss
> = {
  forbidden: {
    name: '403',
    answer: refusal(403, 'security_exception', FORBIDDEN),
    state: 'forbidden',
    words: exactly(FORBIDDEN),
    isFollowed: true,
  },
  failing: {
    name: '500',
    answer: refusal(500, 'exception', BROKEN),
    state: 'failed',
    words: exactly(BROKEN),
  },
  silent: { name: 'a timeout', answer: 'hang', state: 'failed', words: /timed out/ },
  truncated: {
    name: 'a connection that breaks in the body',
    answer: 'truncate',
    state: 'failed',
    words: /aborted/,
    isFollowed: true,
  },
  stalled: {
    name: 'a body that stops halfway',
    answer: 'stall',
    state: 'failed',
    words: /came to a stop|timed out/,
  },
  shortened: { name: 'half a body', answer: 'shorten', state: 'failed', words: /\w/ },
};
