/** Named formats that a message may ask for: `{when, date, short}`. */
export interface Formats {
  number?: Record<string, Intl.NumberFormatOptions>;
  date?: Record<string, Intl.DateTimeFormatOptions>;
  time?: Record<string, Intl.DateTimeFormatOptions>;
  relative?: Record<string, { units: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' }>;
}

const clock = { hour: 'numeric', minute: 'numeric' } as const;
const clockWithZone = { ...clock, second: 'numeric', timeZoneName: 'short' } as const;
const calendar = { day: 'numeric', year: 'numeric' } as const;

/** What the platform gives messages in English (Dashboards 3.3, `packages/osd-i18n`). */
export const englishFormats: Formats = {
  number: { currency: { style: 'currency' }, percent: { style: 'percent' } },
  date: {
    short: { month: 'numeric', day: 'numeric', year: '2-digit' },
    medium: { month: 'short', ...calendar },
    long: { month: 'long', ...calendar },
    full: { weekday: 'long', month: 'long', ...calendar },
  },
  time: {
    short: clock,
    medium: { ...clock, second: 'numeric' },
    long: clockWithZone,
    full: clockWithZone,
  },
  relative: {
    years: { units: 'year' },
    months: { units: 'month' },
    days: { units: 'day' },
    hours: { units: 'hour' },
    minutes: { units: 'minute' },
    seconds: { units: 'second' },
  },
};
