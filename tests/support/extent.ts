/** Whether tests of great numbers take all of them: WHOLE=yes npm test -- --testPathPatterns 'bursts|rolling'. */
const isWhole = process.env.WHOLE === 'yes';

/** How much of something: as much as was promised, or what the time of every run allows. */
export const extent = (whole: number, usual: number): number => (isWhole ? whole : usual);
