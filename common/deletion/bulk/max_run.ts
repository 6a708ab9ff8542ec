/** As many models as one review, and the run after it, take. */
export const MAX_RUN = 500;
