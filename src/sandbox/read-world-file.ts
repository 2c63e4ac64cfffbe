import { readFile } from 'node:fs/promises';
import { fieldsOf, Problem } from './control/problem.ts';
import { checkWorld, type WorldFile } from './world/world-file.ts';

/** Reads a world from a JSON file; throws a Problem that says what is wrong with it. */
export async function readWorldFile(path: string): Promise<WorldFile> {
  const value = parse(path, await read(path));
  // A file of cases carries its world under this name.
  return checkWorld(fieldsOf(value, 'A world')['world'] ?? value);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Problem(`The world file ${path} cannot be read`, { cause });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Problem(`The world file ${path} is no JSON: ${why}`, { cause });
  }
}
