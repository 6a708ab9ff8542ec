import moment from 'moment';

/** "2 days ago", in the platform's language. */
export function timeAgo(epochMs: number): string {
  return moment(epochMs).fromNow();
}

/** The date and time in full. */
export function timeInFull(epochMs: number): string {
  return moment(epochMs).format('LLL');
}
