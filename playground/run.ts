import { toldToEnd } from '../src/told-to-end.ts';
import { startPlayground } from './playground.ts';

/** Where the page is, unless something else is there already. */
const PORT = 3000;

/** Runs the playground until the process is told to end. */
export async function runPlayground(corpusFolder: string): Promise<void> {
  const told = toldToEnd();
  const playground = await startPlayground({
    corpusFolder,
    port: PORT,
    log: (line) => void process.stdout.write(`${line}\n`),
  });
  await told;
  await playground.close();
}
