/** What comes once somebody listens, looks for the text, or opens a list. */

export { resume } from './carry.js';
export { listOf } from './lists.js';
export { session } from './media-keys.js';
export { followPage } from './page.js';
export { goOn } from './queue.js';
export { share } from './share.js';
export { dress, stick, unstick } from './sticky.js';
