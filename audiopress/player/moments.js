/** What is spoken at a time. */

/** The last that has begun, -1 before the first. @param {{start: number}[]} sorted @param {number} time */
export const indexAt = (sorted, time) => sorted.findLastIndex(({ start }) => start <= time + 0.005);
