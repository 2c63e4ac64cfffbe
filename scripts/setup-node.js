/**
 * The first thing every script imports: an old Node gets a sentence instead of a stack trace. Kept to syntax that old
 * versions can parse, which is also why the scripts import the rest dynamically.
 */
const OLDEST = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Dateline needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. Get one from https://nodejs.org\n`,
  );
  process.exit(1);
}
