/**
 * Whether suites that try many cases of the same try all of them: `TEST_LONG=true`, as in
 * `npm run test:races`. `npm test` tries as many as there is time for.
 */
export const IS_LONG = process.env.TEST_LONG === 'true';
