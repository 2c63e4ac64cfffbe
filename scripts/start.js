/** `npm start`: sets up what is missing, then runs the whole bot in this process. */
import './setup-node.js';

const { join } = await import('node:path');
const { exitWith, ROOT, setUp } = await import('./setup.js');
const { stopWithNpm } = await import('./setup-stop-with-npm.js');
const { redisUrlIsSet } = await import('./setup-system.js');

stopWithNpm();
process.chdir(ROOT);
await setUp({ programs: redisUrlIsSet(ROOT) ? [] : ['redis'] }).catch(exitWith);
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, 'dateline', 'start', ...process.argv.slice(2)];
await import(join(ROOT, 'dist', 'main', 'cli.js'));
