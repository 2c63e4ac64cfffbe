/** `npm run build`: src → dist. Quiet when there is nothing to do. */
import './setup-node.js';

const { exitWith, setUp } = await import('./setup.js');
await setUp({ dev: true }).catch(exitWith);
